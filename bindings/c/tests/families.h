/* What a record of each vector file asks of the library: ports of tests/families. */

#ifndef FAMILIES_H
#define FAMILIES_H

#include <sceau.h>

#include "records.h"

void base32(const record *scenario, answer *out);
void hotp(const record *scenario, answer *out);
void hotp_resync(const record *scenario, answer *out);
void hotp_verify(const record *scenario, answer *out);
void recovery(const record *scenario, answer *out);
void totp(const record *scenario, answer *out);
void totp_clock(const record *scenario, answer *out);
void totp_verify(const record *scenario, answer *out);
void uri(const record *scenario, answer *out);
void uri_write(const record *scenario, answer *out);

void password_answer(const record *scenario, answer *out);
void password_hash(const record *scenario, answer *out);
void password_policy(const record *scenario, answer *out);
void password_verify(const record *scenario, answer *out);

void challenge_life(const record *scenario, answer *out);
void throttle_life(const record *scenario, answer *out);
void device_life(const record *scenario, answer *out);

void identifier_age(const record *scenario, answer *out);
void identifier_expiry(const record *scenario, answer *out);
void identifier_level(const record *scenario, answer *out);
void identifier_nam(const record *scenario, answer *out);
void identifier_nas(const record *scenario, answer *out);
void identifier_neq(const record *scenario, answer *out);
void identifier_parse(const record *scenario, answer *out);
void identifier_pseudonym(const record *scenario, answer *out);
void identifier_synthetic(const record *scenario, answer *out);
void identifier_typing(const record *scenario, answer *out);
void identity_check(const record *scenario, answer *out);
void name_compare(const record *scenario, answer *out);
void name_distance(const record *scenario, answer *out);
void name_fold(const record *scenario, answer *out);
void name_fold_icao(const record *scenario, answer *out);
void name_matches_icao(const record *scenario, answer *out);
void name_versioned(const record *scenario, answer *out);

/* Ends the program: a call whose answer cannot be in question went wrong. */
void must(uint32_t status, const char *what);
/* Says why a text is not what it should be, and where. */
void say_reason(answer *out, const sceau_parse_result *parsed);
/* Finds the number, `first` or one of those behind it, whose wire name this is. */
uint32_t number_named(uint32_t first, const char *name, size_t length);

#endif
