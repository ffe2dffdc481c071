/* Passwords verified in steps: empty verifiers, ended ones, wiped ones. */

#ifndef VERIFIERS_H
#define VERIFIERS_H

void verifiers(void);

#endif
