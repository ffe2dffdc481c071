/* What is stored of a password, and the peppers: structs that hold pointers. */

#ifndef STORED_H
#define STORED_H

void stored_passwords(void);

#endif
