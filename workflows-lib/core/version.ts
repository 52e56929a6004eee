/** Version of this package. A constant, so that nothing has to be read on the way to the first line of output, in a bundle neither. */
export const SHOTCLOCK_VERSION = '0.1.0';
