/** What a deploy says in the end when every object stands live as the assembly says and the rules pass on it. */
export const CONVERGED = /✔ converged\n(\d+) of \1 objects stand as the assembly says; \d+ rules .*: passed/;
