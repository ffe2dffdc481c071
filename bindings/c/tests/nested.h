/* Structs that hold pointers, and policies at the edges of their ranges. */

#ifndef NESTED_H
#define NESTED_H

void structs_with_pointers(void);
void policies(void);

/* Counts a check, and says so if it does not hold. */
void check(int holds, const char *function, const char *what);

#endif
