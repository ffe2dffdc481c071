/* What is stored of a password, and the peppers: structs that hold pointers. */

#include "stored.h"

#include <string.h>

#include <sceau.h>

#include "nested.h"

#define TYPED "password", 8
#define ANY 10000

static const sceau_create_policy cheap = {SCEAU_PASSWORD_ALGORITHM_SHA256, 1000};
static const uint8_t key_bytes[32] = {1};
static sceau_accept_policy accept;

static void expect(sceau_status found, sceau_status expected, const char *what) {
    check(found == expected, sceau_reason_name(found), what);
}

/* Verifies in both ways, which must say the same; the outcome, or 0 if there is none. */
static uint32_t verify(const sceau_stored_password *stored, const sceau_peppers *peppers,
                       sceau_status expected, const char *what) {
    sceau_password_verifier verifier;
    uint32_t outcome = 0, why = 7;
    expect(sceau_password_verify_unchecked_policy(TYPED, stored, &accept, &cheap, peppers, &outcome,
                                                  &why),
           expected, what);
    expect(sceau_password_verifier_begin_unchecked_policy(TYPED, stored, &accept, &cheap, peppers,
                                                          &verifier),
           expected, what);
    check(expected == SCEAU_OK || (outcome == 0 && why == 7), what, "is written");
    if (expected == SCEAU_OK) expect(sceau_password_verifier_wipe(&verifier), SCEAU_OK, what);
    return outcome;
}

static void kinds(void) {
    sceau_stored_password stored;
    memset(&stored, 0, sizeof stored);
    for (uint32_t number = 0; number < ANY; number++) {
        int known = number >= SCEAU_STORED_KIND_TEXT && number <= SCEAU_STORED_KIND_KEYCLOAK;
        stored.kind = number;
        stored.spring.digest = SCEAU_PASSWORD_DIGEST_SHA1;
        verify(&stored, NULL,
               !known                               ? SCEAU_STATUS_UNKNOWN_NUMBER
               : number == SCEAU_STORED_KIND_SPRING ? SCEAU_STATUS_PASSWORD_HASH_NUMBER
                                                    : SCEAU_STATUS_PASSWORD_MALFORMED,
               "a kind");
    }
}

static void pointers(void) {
    sceau_stored_password stored;
    memset(&stored, 0, sizeof stored);
    stored.kind = SCEAU_STORED_KIND_TEXT;
    stored.text_len = 1;
    verify(&stored, NULL, SCEAU_STATUS_NULL_POINTER, "no text");
    stored.text_len = SIZE_MAX;
    verify(&stored, NULL, SCEAU_STATUS_LENGTH, "an impossible text");
    stored.kind = SCEAU_STORED_KIND_KEYCLOAK;
    stored.text = "{}";
    stored.text_len = 2;
    stored.secret_data_len = 1;
    verify(&stored, NULL, SCEAU_STATUS_NULL_POINTER, "no secret data");
    stored.secret_data_len = SIZE_MAX;
    verify(&stored, NULL, SCEAU_STATUS_LENGTH, "impossible secret data");
    stored.kind = SCEAU_STORED_KIND_SPRING;
    expect(sceau_spring_parameters_v5_8(&stored.spring), SCEAU_OK, "Spring's parameters");
    stored.spring.secret_len = 1;
    verify(&stored, NULL, SCEAU_STATUS_NULL_POINTER, "no secret");
    stored.spring.secret_len = SIZE_MAX;
    verify(&stored, NULL, SCEAU_STATUS_LENGTH, "an impossible secret");
}

/* Of a hash that an encoder of Spring Security made. */
static void spring(void) {
    static const char made_by_5_8[] = "fefe5120467e5d4ccff442dbb2fa86d276262d97435c0c54e5eebced51ffd1"
                                      "44fcb05eb53fea2677216c4f3250010006";
    static const char made_by_5_5[] = "ab1146a8458d4ce4e65789e5a3f60e423373cfa10b01abd23739e5ae2fdc37"
                                      "f8e9ede4ae6da65264";
    sceau_stored_password stored;
    memset(&stored, 0, sizeof stored);
    stored.kind = SCEAU_STORED_KIND_SPRING;
    stored.text = made_by_5_8;
    stored.text_len = sizeof made_by_5_8 - 1;
    expect(sceau_spring_parameters_v5_8(&stored.spring), SCEAU_OK, "Spring's parameters");
    verify(&stored, NULL, SCEAU_STATUS_PASSWORD_OUTSIDE_ACCEPT_POLICY, "a format not switched on");
    accept.formats |= SCEAU_STORED_FORMATS_SPRING;
    check(verify(&stored, NULL, SCEAU_OK, "5.8") == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH, "5.8",
          "another outcome");
    for (uint32_t digest = 0; digest < ANY; digest++) {
        if (digest >= SCEAU_PASSWORD_DIGEST_SHA1 && digest <= SCEAU_PASSWORD_DIGEST_SHA512) continue;
        sceau_stored_password other = stored;
        other.spring.digest = digest;
        verify(&other, NULL, SCEAU_STATUS_UNKNOWN_NUMBER, "a digest");
    }
    stored.text = made_by_5_5;
    stored.text_len = sizeof made_by_5_5 - 1;
    expect(sceau_spring_parameters_v5_5(&stored.spring), SCEAU_OK, "Spring's parameters");
    stored.spring.secret = (const uint8_t *)"secret";
    stored.spring.secret_len = 6;
    check(verify(&stored, NULL, SCEAU_OK, "5.5") == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH, "5.5",
          "another outcome");
    stored.spring.salt_bytes = UINT32_MAX;
    verify(&stored, NULL, SCEAU_STATUS_PASSWORD_HASH_PART_LENGTH, "a salt of four gigabytes");
    accept.formats = SCEAU_STORED_FORMATS_PHC;
}

static void peppers(void) {
    static const sceau_service_key keys[] = {{1, key_bytes, 31}, {1, key_bytes, 32},
                                             {2, key_bytes, 32}, {3, NULL, 32}};
    sceau_peppers one = {&keys[2], NULL, 0}, many = {NULL, keys + 1, 2}, wrong = {NULL, keys, 2};
    sceau_stored_password stored;
    char text[SCEAU_PASSWORD_HASH_MAX];
    memset(&stored, 0, sizeof stored);
    stored.kind = SCEAU_STORED_KIND_TEXT;
    stored.text = text;
    expect(sceau_password_hash_unchecked_policy(TYPED, key_bytes, 16, &cheap, &one, text,
                                                sizeof text, &stored.text_len),
           SCEAU_OK, "hashes with a pepper");
    check(strstr(text, ",keyid=2$") != NULL, "a pepper", "is not named");
    check(verify(&stored, &one, SCEAU_OK, "the pepper") == SCEAU_PASSWORD_OUTCOME_MATCH,
          "the pepper", "another outcome");
    check(verify(&stored, &many, SCEAU_OK, "a retired pepper") == SCEAU_PASSWORD_OUTCOME_MATCH,
          "a retired pepper", "another outcome");
    many.current = &keys[1];
    check(verify(&stored, &many, SCEAU_OK, "an old pepper") == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH,
          "an old pepper", "another outcome");
    verify(&stored, NULL, SCEAU_STATUS_PASSWORD_UNKNOWN_PEPPER, "no pepper");
    many.retired_count = 1;
    verify(&stored, &many, SCEAU_STATUS_PASSWORD_UNKNOWN_PEPPER, "other peppers");
    many.retired = NULL;
    verify(&stored, &many, SCEAU_STATUS_NULL_POINTER, "no keys");
    many.retired_count = SIZE_MAX;
    verify(&stored, &many, SCEAU_STATUS_LENGTH, "impossible keys");
    verify(&stored, &wrong, SCEAU_STATUS_KEY_TOO_SHORT, "a retired key that is too short");
    one.current = &keys[0];
    verify(&stored, &one, SCEAU_STATUS_KEY_TOO_SHORT, "a key that is too short");
    one.current = &keys[3];
    verify(&stored, &one, SCEAU_STATUS_NULL_POINTER, "a key without bytes");
}

/* Numbers that stand for nothing, in the accept policy. */
static void policies_of_numbers(void) {
    sceau_stored_password stored;
    const sceau_accept_policy good = accept;
    memset(&stored, 0, sizeof stored);
    stored.kind = SCEAU_STORED_KIND_TEXT;
    for (unsigned bit = 0; bit < 32; bit++) {
        accept.formats = (uint32_t)1 << bit;
        verify(&stored, NULL,
               accept.formats <= SCEAU_STORED_FORMATS_ARGON2ID ? SCEAU_STATUS_PASSWORD_MALFORMED
                                                               : SCEAU_STATUS_UNKNOWN_NUMBER,
               "a format");
    }
    accept = good;
    for (uint32_t number = 0; number < 300; number++) {
        accept.require_pepper = number;
        verify(&stored, NULL,
               number <= 1 ? SCEAU_STATUS_PASSWORD_MALFORMED : SCEAU_STATUS_UNKNOWN_NUMBER,
               "a boolean");
    }
    accept = good;
}

void stored_passwords(void) {
    sceau_create_policy other;
    expect(sceau_password_policies_default(&accept, &other), SCEAU_OK, "the default policies");
    check(accept.formats == SCEAU_STORED_FORMATS_PHC && accept.require_pepper == 0,
          "the default policy", "is another one");
    accept.sha256.min = 1000;
    kinds();
    pointers();
    spring();
    peppers();
    policies_of_numbers();
}
