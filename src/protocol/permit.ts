/** A permission that the user can grant. */
export type Permit = 'cookies' | 'hosts';
