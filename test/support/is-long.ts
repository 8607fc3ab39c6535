/** Whether the long tests run (`npm run test:long`): longer properties, other examples, more cases. */
export const isLong = process.env.CORSCOPE_LONG !== undefined;
