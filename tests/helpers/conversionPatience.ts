/**
 * How long a file may take to become the class's, in milliseconds. Programs that convert run at low priority: while
 * the machine has other work to do they get little of it.
 */
export const conversionPatience = 120_000;
