/** What a person can be asked for. */
export type Permit = 'cookies' | 'hosts';
