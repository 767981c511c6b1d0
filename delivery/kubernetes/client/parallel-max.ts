/** Objects of a cluster that are worked on at a time; the client's own limits go before. */
export const PARALLEL_MAX = 200;
