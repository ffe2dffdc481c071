/* Every function of the header that takes pointers, each with arguments that it answers. */

#include "calls.h"

#include <stdio.h>
#include <stdlib.h>

#define IN(type, i) ((const type *)a->in[i])
#define TO(type, i) ((type *)a->out[i])
#define LEN(i) (a->length[i])

static const uint8_t secret[] = "12345678901234567890";
static const uint8_t entropy[SCEAU_ENTROPY_BYTES] = {1, 2, 3};
static const uint8_t device_entropy[SCEAU_DEVICE_ENTROPY_BYTES] = {4, 5, 6};
static const uint8_t salt[16] = {9, 8, 7};
static const uint8_t key_bytes[32] = {1};
static const char code[] = "287082";
static const char name[] = "\xc3\x89lise";
static const char zone[] = "ELISA";
static const char nam[] = "SERE75613018";
static const char nas[] = "130 692 544";
static const char neq[] = "1165326209", expiry[] = "2028-02";
static const char born_text[] = "1975-11-30";
static const char password[] = "\xc3\x89rable-\xc3\xa0-sucre";
/* Breaks three rules: too short, a sequence, the user name. */
static const char weak[] = "\xc3\x89lise1234";
static const char phc[] =
    "$pbkdf2-sha256$i=1000$AQEBAQEBAQE$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
static const sceau_stored_password stored = {
    SCEAU_STORED_KIND_TEXT, phc, sizeof phc - 1, NULL, 0, {0, 0, 0, NULL, 0},
};
static const uint64_t last = 0;
static const sceau_date today = {2026, 11, 23}, born = {1975, 11, 30};
static const sceau_hotp hotp = {SCEAU_OTP_ALGORITHM_SHA1, 6, 3, 9};
static const sceau_totp totp = {SCEAU_OTP_ALGORITHM_SHA1, 6, 30, 1, 1, 5, 5, 3};
static const char base32[] = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq";
static const char uri[] =
    "otpauth://totp/Sceau:elise?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sceau";
static sceau_prepared_hotp prepared_hotp;
static sceau_prepared_totp prepared_totp;
static sceau_otp_uri paired;
static const sceau_service_key key = {1, key_bytes, sizeof key_bytes};
static const sceau_peppers peppers = {&key, &key, 1};
static const sceau_challenge_binding binding = {
    SCEAU_CHALLENGE_PURPOSE_SIGN_IN, SCEAU_CHALLENGE_CHANNEL_TEXT, secret, 9, secret, 12,
};
static const sceau_challenge_policy challenge_policy = {600, 60, 86400, 6, 5, 10, 100};
static const sceau_throttle_policy throttle_policy = {2, 900, 0, 4, 10, 100};
static const sceau_throttle_policy origins_policy = {2, 900, 86400, 200, 210, 1000};
static const char address[] = "203.0.113.7";
static const char until[] = "14 h 05";
static const sceau_device_policy device_policy = {2592000};
static const sceau_accept_policy accept = {
    SCEAU_STORED_FORMATS_PHC,
    {10000, 10000000},
    {1000, 10000000},
    {10000, 10000000},
    8,
    16,
    {131072, 10, 16},
    0,
};
/* As few iterations as the checked functions take; the unchecked ones need fewer. */
static const sceau_create_policy create = {SCEAU_PASSWORD_ALGORITHM_SHA512, 220000};
static const sceau_create_policy cheap = {SCEAU_PASSWORD_ALGORITHM_SHA256, 1};
static const sceau_document documents[] = {
    {SCEAU_DOCUMENT_KIND_HEALTH_CARD, "SERAPHIN", 8, "ELISE", 5, NULL, 0},
    {SCEAU_DOCUMENT_KIND_ASSESSMENT_NOTICE, "Roy", 3, "\xc3\x89lise", 6, "S\xc3\xa9raphin", 9},
};
static const sceau_claim claim = {documents, 2, nam, 12, {1975, 11, 30}, {2026, 11, 23}, 0, 14};
static const sceau_password_rules rules = {10, 0, 0, 3, 4, 5, 4, 0, 1, 0};
static const sceau_password_context known = {
    name, sizeof name - 1, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0,
};
static sceau_password_verifier under_way, at_its_end;
static sceau_challenge challenge;
static sceau_throttle throttle, origin;
static sceau_recovery_codes recovery_codes;
static sceau_device device;
static sceau_remembered_device remembered;
static sceau_finding finding;

#define NOW 1795442400

void prepare_calls(void) {
    sceau_issue_result issued;
    sceau_throttle_result begun;
    static sceau_report report;
    sceau_recovery_list list;
    sceau_password_progress progress;
    sceau_parse_result read;
    if (sceau_challenge_issue(NULL, &key, &binding, entropy, sizeof entropy, NOW, &challenge_policy,
                              &challenge, &issued) != SCEAU_OK ||
        sceau_throttle_begin(NULL, &key, secret, 9, NOW, &throttle_policy, &throttle, &begun) !=
            SCEAU_OK ||
        sceau_recovery_codes_generate(NULL, &key, secret, 9, entropy, sizeof entropy,
                                      &recovery_codes, &list) != SCEAU_OK ||
        sceau_device_remember(&key, secret, 9, device_entropy, sizeof device_entropy, NOW,
                              &device_policy, &device, &remembered) != SCEAU_OK ||
        sceau_throttle_begin_origin(NULL, &key, address, sizeof address - 1, NOW, &origins_policy,
                                    &origin, &begun) != SCEAU_OK ||
        sceau_password_verifier_begin_absent_unchecked_policy(password, 4, &cheap, &under_way) !=
            SCEAU_OK ||
        sceau_password_verifier_begin_absent_unchecked_policy(password, 4, &cheap, &at_its_end) !=
            SCEAU_OK ||
        sceau_password_verifier_step(&at_its_end, 1, &progress) != SCEAU_OK ||
        sceau_identity_check(&claim, &report) != SCEAU_OK || report.count != 7 ||
        sceau_hotp_prepare(&hotp, secret, 20, &prepared_hotp) != SCEAU_OK ||
        sceau_totp_prepare(&totp, secret, 20, &prepared_totp) != SCEAU_OK ||
        sceau_otp_uri_parse(uri, sizeof uri - 1, SCEAU_OTP_READING_LENIENT, &read, &paired) !=
            SCEAU_OK) {
        fputs("contract: cannot prepare the calls\n", stderr);
        exit(1);
    }
    finding = report.findings[6];
}

static sceau_status challenge_parse(const actual *a) {
    return sceau_challenge_parse(IN(uint8_t, 0), LEN(0), TO(sceau_challenge, 1));
}
static sceau_status challenge_generation(const actual *a) {
    return sceau_challenge_generation(IN(sceau_challenge, 0), TO(uint64_t, 1));
}
static sceau_status challenge_policy_default(const actual *a) {
    return sceau_challenge_policy_default(TO(sceau_challenge_policy, 0));
}
static sceau_status challenge_policy_post(const actual *a) {
    return sceau_challenge_policy_post(TO(sceau_challenge_policy, 0));
}
static sceau_status challenge_issue(const actual *a) {
    return sceau_challenge_issue(IN(sceau_challenge, 0), IN(sceau_service_key, 1),
                                 IN(sceau_challenge_binding, 2), IN(uint8_t, 3), LEN(3), a->time,
                                 IN(sceau_challenge_policy, 4), TO(sceau_challenge, 5),
                                 TO(sceau_issue_result, 6));
}
static sceau_status challenge_verify(const actual *a) {
    return sceau_challenge_verify(IN(sceau_challenge, 0), IN(sceau_service_key, 1),
                                  IN(sceau_challenge_binding, 2), IN(char, 3), LEN(3), a->time,
                                  TO(sceau_challenge, 4), TO(sceau_challenge_result, 5));
}
static sceau_status challenge_deliver(const actual *a) {
    return sceau_challenge_deliver(IN(sceau_challenge, 0), IN(sceau_service_key, 1),
                                   IN(sceau_challenge_binding, 2), a->time, TO(uint32_t, 3),
                                   TO(sceau_code, 4));
}
static sceau_status device_parse(const actual *a) {
    return sceau_device_parse(IN(uint8_t, 0), LEN(0), TO(sceau_device, 1));
}
static sceau_status device_generation(const actual *a) {
    return sceau_device_generation(IN(sceau_device, 0), TO(uint64_t, 1));
}
static sceau_status device_selector_of(const actual *a) {
    return sceau_device_selector_of(IN(sceau_device, 0), TO(sceau_device_selector, 1));
}
static sceau_status device_token_selector(const actual *a) {
    return sceau_device_token_selector(IN(char, 0), LEN(0), TO(uint32_t, 1),
                                       TO(sceau_device_selector, 2));
}
static sceau_status device_policy_default(const actual *a) {
    return sceau_device_policy_default(TO(sceau_device_policy, 0));
}
static sceau_status device_remember(const actual *a) {
    return sceau_device_remember(IN(sceau_service_key, 0), IN(uint8_t, 1), LEN(1), IN(uint8_t, 2),
                                 LEN(2), a->time, IN(sceau_device_policy, 3), TO(sceau_device, 4),
                                 TO(sceau_remembered_device, 5));
}
static sceau_status device_verify(const actual *a) {
    return sceau_device_verify(IN(sceau_device, 0), IN(sceau_service_key, 1), IN(uint8_t, 2),
                               LEN(2), IN(char, 3), LEN(3), a->time, TO(sceau_device, 4),
                               TO(sceau_device_result, 5));
}
static sceau_status device_revoke(const actual *a) {
    return sceau_device_revoke(IN(sceau_device, 0), IN(sceau_service_key, 1), IN(uint8_t, 2),
                               LEN(2), a->time, TO(sceau_device, 3));
}
static sceau_status challenge_lift(const actual *a) {
    return sceau_challenge_lift(IN(sceau_challenge, 0), IN(sceau_service_key, 1),
                                IN(sceau_challenge_binding, 2), a->time, TO(sceau_challenge, 3));
}
static sceau_status throttle_parse(const actual *a) {
    return sceau_throttle_parse(IN(uint8_t, 0), LEN(0), TO(sceau_throttle, 1));
}
static sceau_status throttle_generation(const actual *a) {
    return sceau_throttle_generation(IN(sceau_throttle, 0), TO(uint64_t, 1));
}
static sceau_status throttle_policy_default(const actual *a) {
    return sceau_throttle_policy_default(TO(sceau_throttle_policy, 0));
}
static sceau_status throttle_policy_origins(const actual *a) {
    return sceau_throttle_policy_origins(TO(sceau_throttle_policy, 0));
}
static sceau_status throttle_begin_origin(const actual *a) {
    return sceau_throttle_begin_origin(IN(sceau_throttle, 0), IN(sceau_service_key, 1), IN(char, 2),
                                       LEN(2), a->time, IN(sceau_throttle_policy, 3),
                                       TO(sceau_throttle, 4), TO(sceau_throttle_result, 5));
}
static sceau_status throttle_succeed_origin(const actual *a) {
    return sceau_throttle_succeed_origin(IN(sceau_throttle, 0), IN(sceau_service_key, 1),
                                         IN(char, 2), LEN(2), a->time, TO(sceau_throttle, 3));
}
static sceau_status throttle_lift(const actual *a) {
    return sceau_throttle_lift(IN(sceau_throttle, 0), IN(sceau_service_key, 1), IN(uint8_t, 2),
                               LEN(2), a->time, TO(sceau_throttle, 3));
}
static sceau_status throttle_lift_origin(const actual *a) {
    return sceau_throttle_lift_origin(IN(sceau_throttle, 0), IN(sceau_service_key, 1), IN(char, 2),
                                      LEN(2), a->time, TO(sceau_throttle, 3));
}
static sceau_status throttle_begin(const actual *a) {
    return sceau_throttle_begin(IN(sceau_throttle, 0), IN(sceau_service_key, 1), IN(uint8_t, 2),
                                LEN(2), a->time, IN(sceau_throttle_policy, 3),
                                TO(sceau_throttle, 4), TO(sceau_throttle_result, 5));
}
static sceau_status throttle_succeed(const actual *a) {
    return sceau_throttle_succeed(IN(sceau_throttle, 0), IN(sceau_service_key, 1), IN(uint8_t, 2),
                                  LEN(2), a->time, TO(sceau_throttle, 3));
}
static sceau_status recovery_codes_parse(const actual *a) {
    return sceau_recovery_codes_parse(IN(uint8_t, 0), LEN(0), TO(sceau_recovery_codes, 1));
}
static sceau_status recovery_codes_generation(const actual *a) {
    return sceau_recovery_codes_generation(IN(sceau_recovery_codes, 0), TO(uint64_t, 1));
}
static sceau_status recovery_codes_generate(const actual *a) {
    return sceau_recovery_codes_generate(IN(sceau_recovery_codes, 0), IN(sceau_service_key, 1),
                                         IN(uint8_t, 2), LEN(2), IN(uint8_t, 3), LEN(3),
                                         TO(sceau_recovery_codes, 4), TO(sceau_recovery_list, 5));
}
static sceau_status recovery_codes_verify(const actual *a) {
    return sceau_recovery_codes_verify(IN(sceau_recovery_codes, 0), IN(sceau_service_key, 1),
                                       IN(uint8_t, 2), LEN(2), IN(char, 3), LEN(3),
                                       TO(sceau_recovery_codes, 4), TO(sceau_recovery_result, 5));
}
static sceau_status recovery_codes_left(const actual *a) {
    return sceau_recovery_codes_left(IN(sceau_recovery_codes, 0), IN(sceau_service_key, 1),
                                     IN(uint8_t, 2), LEN(2), TO(uint32_t, 3));
}
static sceau_status hotp_code(const actual *a) {
    return sceau_hotp_code(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1), a->time, TO(sceau_code, 2));
}
static sceau_status hotp_code_unchecked_policy(const actual *a) {
    return sceau_hotp_code_unchecked_policy(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1), a->time,
                                            TO(sceau_code, 2));
}
static sceau_status hotp_verify(const actual *a) {
    return sceau_hotp_verify(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1), IN(char, 2), LEN(2),
                             a->time, TO(uint32_t, 3), TO(uint64_t, 4));
}
static sceau_status hotp_verify_unchecked_policy(const actual *a) {
    return sceau_hotp_verify_unchecked_policy(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1),
                                              IN(char, 2), LEN(2), a->time, TO(uint32_t, 3),
                                              TO(uint64_t, 4));
}
static sceau_status totp_code(const actual *a) {
    return sceau_totp_code(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1), a->time, TO(sceau_code, 2));
}
static sceau_status totp_code_unchecked_policy(const actual *a) {
    return sceau_totp_code_unchecked_policy(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1), a->time,
                                            TO(sceau_code, 2));
}
static sceau_status totp_verify(const actual *a) {
    return sceau_totp_verify(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1), IN(char, 2), LEN(2),
                             a->time, IN(uint64_t, 3), TO(uint32_t, 4), TO(uint64_t, 5));
}
static sceau_status totp_verify_unchecked_policy(const actual *a) {
    return sceau_totp_verify_unchecked_policy(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1),
                                              IN(char, 2), LEN(2), a->time, IN(uint64_t, 3),
                                              TO(uint32_t, 4), TO(uint64_t, 5));
}
static sceau_status totp_accepted_until(const actual *a) {
    return sceau_totp_accepted_until(IN(sceau_totp, 0), a->time, TO(uint64_t, 1));
}
static sceau_status totp_prepare(const actual *a) {
    return sceau_totp_prepare(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1),
                              TO(sceau_prepared_totp, 2));
}
static sceau_status totp_prepare_unchecked_policy(const actual *a) {
    return sceau_totp_prepare_unchecked_policy(IN(sceau_totp, 0), IN(uint8_t, 1), LEN(1),
                                               TO(sceau_prepared_totp, 2));
}
static sceau_status prepared_totp_code(const actual *a) {
    return sceau_prepared_totp_code(IN(sceau_prepared_totp, 0), a->time, TO(sceau_code, 1));
}
static sceau_status prepared_totp_verify_drifting(const actual *a) {
    return sceau_prepared_totp_verify_drifting(IN(sceau_prepared_totp, 0), IN(char, 1), LEN(1),
                                               a->time, IN(uint64_t, 2), -1, TO(uint32_t, 3),
                                               TO(uint64_t, 4), TO(int32_t, 5));
}
static sceau_status hotp_prepare(const actual *a) {
    return sceau_hotp_prepare(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1),
                              TO(sceau_prepared_hotp, 2));
}
static sceau_status hotp_prepare_unchecked_policy(const actual *a) {
    return sceau_hotp_prepare_unchecked_policy(IN(sceau_hotp, 0), IN(uint8_t, 1), LEN(1),
                                               TO(sceau_prepared_hotp, 2));
}
static sceau_status prepared_hotp_code(const actual *a) {
    return sceau_prepared_hotp_code(IN(sceau_prepared_hotp, 0), a->time, TO(sceau_code, 1));
}
static sceau_status prepared_hotp_verify(const actual *a) {
    return sceau_prepared_hotp_verify(IN(sceau_prepared_hotp, 0), IN(char, 1), LEN(1), a->time,
                                      TO(uint32_t, 2), TO(uint64_t, 3));
}
static sceau_status prepared_hotp_resynchronize(const actual *a) {
    return sceau_prepared_hotp_resynchronize(IN(sceau_prepared_hotp, 0), IN(char, 1), LEN(1),
                                             IN(char, 2), LEN(2), a->time, TO(uint32_t, 3),
                                             TO(uint64_t, 4));
}
static sceau_status otp_secret_parse(const actual *a) {
    return sceau_otp_secret_parse(IN(char, 0), LEN(0), a->number[0], TO(sceau_parse_result, 1),
                                  TO(sceau_otp_secret, 2));
}
static sceau_status otp_secret_parse_unchecked_policy(const actual *a) {
    return sceau_otp_secret_parse_unchecked_policy(IN(char, 0), LEN(0), a->number[0],
                                                   TO(sceau_parse_result, 1),
                                                   TO(sceau_otp_secret, 2));
}
static sceau_status otp_secret_base32(const actual *a) {
    return sceau_otp_secret_base32(IN(uint8_t, 0), LEN(0), TO(char, 1), LEN(1), TO(size_t, 2));
}
static sceau_status otp_secret_base32_groups(const actual *a) {
    return sceau_otp_secret_base32_groups(IN(uint8_t, 0), LEN(0), TO(char, 1), LEN(1),
                                          TO(size_t, 2));
}
static sceau_status otp_uri_parse(const actual *a) {
    return sceau_otp_uri_parse(IN(char, 0), LEN(0), a->number[0], TO(sceau_parse_result, 1),
                               TO(sceau_otp_uri, 2));
}
static sceau_status otp_uri_parse_unchecked_policy(const actual *a) {
    return sceau_otp_uri_parse_unchecked_policy(IN(char, 0), LEN(0), a->number[0],
                                                TO(sceau_parse_result, 1), TO(sceau_otp_uri, 2));
}
static sceau_status otp_uri_write(const actual *a) {
    return sceau_otp_uri_write(IN(sceau_otp_uri, 0), TO(sceau_parse_result, 1), TO(char, 2),
                               LEN(2), TO(size_t, 3));
}
static sceau_status otp_uri_write_unchecked_policy(const actual *a) {
    return sceau_otp_uri_write_unchecked_policy(IN(sceau_otp_uri, 0), TO(sceau_parse_result, 1),
                                                TO(char, 2), LEN(2), TO(size_t, 3));
}
static sceau_status totp_step(const actual *a) {
    return sceau_totp_step(IN(sceau_totp, 0), a->time, TO(uint64_t, 1), TO(uint64_t, 2));
}
static sceau_status identifier_parse(const actual *a) {
    return sceau_identifier_parse(a->number[0], IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                  TO(char, 2), LEN(2), TO(size_t, 3));
}
static sceau_status identifier_display(const actual *a) {
    return sceau_identifier_display(a->number[0], IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                    TO(char, 2), LEN(2), TO(size_t, 3));
}
static sceau_status identifier_mask(const actual *a) {
    return sceau_identifier_mask(a->number[0], IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                 TO(char, 2), LEN(2), TO(size_t, 3));
}
static sceau_status identifier_level(const actual *a) {
    return sceau_identifier_level(a->number[0], IN(char, 0), LEN(0), IN(sceau_date, 1),
                                  TO(sceau_parse_result, 2), TO(uint32_t, 3));
}
static sceau_status nam_check(const actual *a) {
    return sceau_nam_check(IN(char, 0), LEN(0), IN(sceau_date, 1), TO(sceau_parse_result, 2),
                           TO(sceau_nam_birth, 3));
}
static sceau_status nam_check_born(const actual *a) {
    return sceau_nam_check_born(IN(char, 0), LEN(0), IN(sceau_date, 1), TO(sceau_parse_result, 2),
                                TO(sceau_nam_birth, 3));
}
static sceau_status nas_check(const actual *a) {
    return sceau_nas_check(IN(char, 0), LEN(0), TO(sceau_parse_result, 1), TO(uint32_t, 2));
}
static sceau_status birth_date_parse(const actual *a) {
    return sceau_birth_date_parse(IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                  TO(sceau_date, 2));
}
static sceau_status neq_check(const actual *a) {
    return sceau_neq_check(IN(char, 0), LEN(0), TO(sceau_parse_result, 1), TO(uint32_t, 2));
}
static sceau_status card_expiry_parse(const actual *a) {
    return sceau_card_expiry_parse(IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                   TO(sceau_date, 2));
}
static sceau_status identifier_typing(const actual *a) {
    return sceau_identifier_typing(a->number[0], IN(char, 0), LEN(0), (size_t)a->time,
                                   a->number[1], TO(sceau_typing, 1), TO(char, 2), LEN(2),
                                   TO(size_t, 3));
}
static sceau_status identifier_pseudonym(const actual *a) {
    return sceau_identifier_pseudonym(a->number[0], IN(char, 0), LEN(0), IN(sceau_service_key, 1),
                                      IN(uint8_t, 2), LEN(2), TO(sceau_parse_result, 3),
                                      TO(sceau_pseudonym, 4));
}
static sceau_status identifier_synthetic(const actual *a) {
    return sceau_identifier_synthetic(a->number[0], a->time, TO(char, 0), LEN(0), TO(size_t, 1));
}
static sceau_status date_age(const actual *a) {
    return sceau_date_age(IN(sceau_date, 0), IN(sceau_date, 1), TO(uint32_t, 2));
}
static sceau_status identity_check(const actual *a) {
    return sceau_identity_check(IN(sceau_claim, 0), TO(sceau_report, 1));
}
static sceau_status finding_message(const actual *a) {
    return sceau_finding_message(IN(sceau_finding, 0), a->number[0], TO(char, 1), LEN(1),
                                 TO(size_t, 2));
}
static sceau_status reason_message(const actual *a) {
    return sceau_reason_message(a->number[1], a->number[0], a->time, TO(char, 0), LEN(0),
                                TO(size_t, 1));
}
static sceau_status name_fold(const actual *a) {
    return sceau_name_fold(IN(char, 0), LEN(0), TO(sceau_parse_result, 1), TO(char, 2), LEN(2),
                           TO(size_t, 3));
}
static sceau_status name_fold_icao(const actual *a) {
    return sceau_name_fold_icao(IN(char, 0), LEN(0), TO(sceau_parse_result, 1), TO(char, 2), LEN(2),
                                TO(size_t, 3));
}
static sceau_status name_fold_versioned(const actual *a) {
    return sceau_name_fold_versioned(IN(char, 0), LEN(0), TO(sceau_parse_result, 1), TO(char, 2),
                                     LEN(2), TO(size_t, 3));
}
static sceau_status name_fold_icao_versioned(const actual *a) {
    return sceau_name_fold_icao_versioned(IN(char, 0), LEN(0), TO(sceau_parse_result, 1),
                                          TO(char, 2), LEN(2), TO(size_t, 3));
}
static sceau_status name_matches_icao(const actual *a) {
    return sceau_name_matches_icao(IN(char, 0), LEN(0), IN(char, 1), LEN(1),
                                   TO(sceau_parse_result, 2), TO(uint32_t, 3), TO(uint32_t, 4));
}
static sceau_status name_distance(const actual *a) {
    return sceau_name_distance(IN(char, 0), LEN(0), IN(char, 1), LEN(1), TO(sceau_parse_result, 2),
                               TO(uint32_t, 3), TO(uint32_t, 4), TO(uint32_t, 5));
}
static sceau_status name_compare(const actual *a) {
    return sceau_name_compare(IN(char, 0), LEN(0), IN(char, 1), LEN(1), a->number[0],
                              TO(sceau_name_comparison, 2), TO(uint32_t, 3));
}
static sceau_status password_policies_default(const actual *a) {
    return sceau_password_policies_default(TO(sceau_accept_policy, 0), TO(sceau_create_policy, 1));
}
static sceau_status password_calibrated_iterations(const actual *a) {
    return sceau_password_calibrated_iterations(a->number[0], 20000, a->time, 500000000,
                                                TO(uint32_t, 0));
}
static sceau_status spring_parameters_v5_8(const actual *a) {
    return sceau_spring_parameters_v5_8(TO(sceau_spring_parameters, 0));
}
static sceau_status spring_parameters_v5_5(const actual *a) {
    return sceau_spring_parameters_v5_5(TO(sceau_spring_parameters, 0));
}
static sceau_status password_hash(const actual *a) {
    return sceau_password_hash(IN(char, 0), LEN(0), IN(uint8_t, 1), LEN(1),
                               IN(sceau_create_policy, 2), IN(sceau_peppers, 3), TO(char, 4),
                               LEN(4), TO(size_t, 5));
}
static sceau_status password_hash_unchecked_policy(const actual *a) {
    return sceau_password_hash_unchecked_policy(IN(char, 0), LEN(0), IN(uint8_t, 1), LEN(1),
                                                IN(sceau_create_policy, 2),
                                                IN(sceau_peppers, 3), TO(char, 4), LEN(4),
                                                TO(size_t, 5));
}
static sceau_status password_verify(const actual *a) {
    return sceau_password_verify(IN(char, 0), LEN(0), IN(sceau_stored_password, 1),
                                 IN(sceau_accept_policy, 2), IN(sceau_create_policy, 3),
                                 IN(sceau_peppers, 4), TO(uint32_t, 5), TO(uint32_t, 6));
}
static sceau_status password_verify_unchecked_policy(const actual *a) {
    return sceau_password_verify_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_stored_password, 1), IN(sceau_accept_policy, 2),
        IN(sceau_create_policy, 3), IN(sceau_peppers, 4), TO(uint32_t, 5), TO(uint32_t, 6));
}
static sceau_status password_verify_absent(const actual *a) {
    return sceau_password_verify_absent(IN(char, 0), LEN(0), IN(sceau_create_policy, 1),
                                        TO(uint32_t, 2));
}
static sceau_status password_verify_absent_unchecked_policy(const actual *a) {
    return sceau_password_verify_absent_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_create_policy, 1), TO(uint32_t, 2));
}
static sceau_status password_verifier_begin(const actual *a) {
    return sceau_password_verifier_begin(
        IN(char, 0), LEN(0), IN(sceau_stored_password, 1), IN(sceau_accept_policy, 2),
        IN(sceau_create_policy, 3), IN(sceau_peppers, 4), TO(sceau_password_verifier, 5));
}
static sceau_status password_verifier_begin_unchecked_policy(const actual *a) {
    return sceau_password_verifier_begin_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_stored_password, 1), IN(sceau_accept_policy, 2),
        IN(sceau_create_policy, 3), IN(sceau_peppers, 4), TO(sceau_password_verifier, 5));
}
static sceau_status password_verifier_begin_absent(const actual *a) {
    return sceau_password_verifier_begin_absent(IN(char, 0), LEN(0), IN(sceau_create_policy, 1),
                                                TO(sceau_password_verifier, 2));
}
static sceau_status password_verifier_begin_absent_unchecked_policy(const actual *a) {
    return sceau_password_verifier_begin_absent_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_create_policy, 1), TO(sceau_password_verifier, 2));
}
static sceau_status password_verifier_step(const actual *a) {
    return sceau_password_verifier_step(TO(sceau_password_verifier, 0), (uint32_t)a->time,
                                        TO(sceau_password_progress, 1));
}
static sceau_status password_verifier_progress(const actual *a) {
    return sceau_password_verifier_progress(TO(sceau_password_verifier, 0),
                                            TO(sceau_password_progress, 1));
}
static sceau_status password_verifier_finish(const actual *a) {
    return sceau_password_verifier_finish(TO(sceau_password_verifier, 0), TO(uint32_t, 1),
                                          TO(uint32_t, 2));
}
static sceau_status password_verifier_wipe(const actual *a) {
    return sceau_password_verifier_wipe(TO(sceau_password_verifier, 0));
}
static sceau_status answer_hash(const actual *a) {
    return sceau_answer_hash(IN(char, 0), LEN(0), IN(uint8_t, 1), LEN(1),
                             IN(sceau_create_policy, 2), IN(sceau_peppers, 3), TO(char, 4), LEN(4),
                             TO(size_t, 5));
}
static sceau_status answer_hash_unchecked_policy(const actual *a) {
    return sceau_answer_hash_unchecked_policy(IN(char, 0), LEN(0), IN(uint8_t, 1), LEN(1),
                                              IN(sceau_create_policy, 2), IN(sceau_peppers, 3),
                                              TO(char, 4), LEN(4), TO(size_t, 5));
}
static sceau_status answer_verify(const actual *a) {
    return sceau_answer_verify(IN(char, 0), LEN(0), IN(sceau_stored_password, 1),
                               IN(sceau_accept_policy, 2), IN(sceau_create_policy, 3),
                               IN(sceau_peppers, 4), TO(uint32_t, 5), TO(uint32_t, 6));
}
static sceau_status answer_verify_unchecked_policy(const actual *a) {
    return sceau_answer_verify_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_stored_password, 1), IN(sceau_accept_policy, 2),
        IN(sceau_create_policy, 3), IN(sceau_peppers, 4), TO(uint32_t, 5), TO(uint32_t, 6));
}
static sceau_status answer_verify_absent(const actual *a) {
    return sceau_answer_verify_absent(IN(char, 0), LEN(0), IN(sceau_create_policy, 1),
                                      TO(uint32_t, 2));
}
static sceau_status answer_verify_absent_unchecked_policy(const actual *a) {
    return sceau_answer_verify_absent_unchecked_policy(
        IN(char, 0), LEN(0), IN(sceau_create_policy, 1), TO(uint32_t, 2));
}
static sceau_status answer_check(const actual *a) {
    return sceau_answer_check(IN(char, 0), LEN(0), TO(sceau_parse_result, 1));
}
static sceau_status reason_message_until(const actual *a) {
    return sceau_reason_message_until(a->number[1], a->number[0], IN(char, 0), LEN(0), TO(char, 1),
                                      LEN(1), TO(size_t, 2));
}
static sceau_status post_message(const actual *a) {
    return sceau_post_message(a->number[1], a->number[0], a->time, TO(char, 0), LEN(0),
                              TO(size_t, 1));
}
static sceau_status post_message_until(const actual *a) {
    return sceau_post_message_until(a->number[1], a->number[0], IN(char, 0), LEN(0), TO(char, 1),
                                    LEN(1), TO(size_t, 2));
}
static sceau_status answer_message(const actual *a) {
    return sceau_answer_message(a->number[1], a->number[0], TO(char, 0), LEN(0), TO(size_t, 1));
}
static sceau_status password_check(const actual *a) {
    return sceau_password_check(IN(sceau_password_rules, 0), IN(char, 1), LEN(1),
                                IN(sceau_password_context, 2), TO(sceau_parse_result, 3),
                                TO(sceau_password_finding, 4), LEN(4), TO(size_t, 5));
}
static sceau_status password_rules_profile(const actual *a) {
    return sceau_password_rules_profile(a->number[0], TO(sceau_password_rules, 0));
}

#define GOOD(role, value) {role, &(value), sizeof(value), 1}
#define TEXT(text) {BYTES, text, sizeof text - 1, 1}
#define RAW(bytes, length) {BYTES, bytes, length, 1}
#define A_VERIFIER {PLACE, NULL, sizeof(sceau_password_verifier), 1}
#define TO_ONE(type) {OUT, NULL, sizeof(type), 1}
#define TO_MANY(type, count) {BUFFER, NULL, count, sizeof(type)}
#define END {NONE, NULL, 0, 0}
#define CALL(function) "sceau_" #function, function

const function functions[] = {
    {CALL(challenge_parse), {RAW(&challenge, 96), TO_ONE(sceau_challenge), END}, {0}, 0},
    {CALL(challenge_generation), {GOOD(PLAIN, challenge), TO_ONE(uint64_t), END}, {0}, 0},
    {CALL(challenge_policy_default), {TO_ONE(sceau_challenge_policy), END}, {0}, 0},
    {CALL(challenge_policy_post), {TO_ONE(sceau_challenge_policy), END}, {0}, 0},
    {CALL(challenge_issue),
     {{OPTIONAL, &challenge, sizeof challenge, 1}, GOOD(VALUE, key), GOOD(VALUE, binding),
      RAW(entropy, sizeof entropy), GOOD(PLAIN, challenge_policy), TO_ONE(sceau_challenge),
      TO_ONE(sceau_issue_result), END},
     {0},
     NOW},
    {CALL(challenge_verify),
     {GOOD(STATE, challenge), GOOD(VALUE, key), GOOD(VALUE, binding), TEXT(code),
      TO_ONE(sceau_challenge), TO_ONE(sceau_challenge_result), END},
     {0},
     NOW},
    {CALL(challenge_deliver),
     {GOOD(STATE, challenge), GOOD(VALUE, key), GOOD(VALUE, binding), TO_ONE(uint32_t),
      TO_ONE(sceau_code), END},
     {0},
     NOW},
    {CALL(device_parse), {RAW(&device, 104), TO_ONE(sceau_device), END}, {0}, 0},
    {CALL(device_generation), {GOOD(PLAIN, device), TO_ONE(uint64_t), END}, {0}, 0},
    {CALL(device_selector_of), {GOOD(PLAIN, device), TO_ONE(sceau_device_selector), END}, {0}, 0},
    {CALL(device_token_selector),
     {RAW(&remembered.token, 80), TO_ONE(uint32_t), TO_ONE(sceau_device_selector), END},
     {0},
     0},
    {CALL(device_policy_default), {TO_ONE(sceau_device_policy), END}, {0}, 0},
    {CALL(device_remember),
     {GOOD(VALUE, key), RAW(secret, 9), RAW(device_entropy, sizeof device_entropy),
      GOOD(PLAIN, device_policy), TO_ONE(sceau_device), TO_ONE(sceau_remembered_device), END},
     {0},
     NOW},
    {CALL(device_verify),
     {GOOD(STATE, device), GOOD(VALUE, key), RAW(secret, 9), RAW(&remembered.token, 80),
      TO_ONE(sceau_device), TO_ONE(sceau_device_result), END},
     {0},
     NOW},
    {CALL(device_revoke),
     {GOOD(STATE, device), GOOD(VALUE, key), RAW(secret, 9), TO_ONE(sceau_device), END},
     {0},
     NOW},
    {CALL(challenge_lift),
     {GOOD(STATE, challenge), GOOD(VALUE, key), GOOD(VALUE, binding), TO_ONE(sceau_challenge), END},
     {0},
     NOW},
    {CALL(throttle_parse), {RAW(&throttle, 64), TO_ONE(sceau_throttle), END}, {0}, 0},
    {CALL(throttle_generation), {GOOD(PLAIN, throttle), TO_ONE(uint64_t), END}, {0}, 0},
    {CALL(throttle_policy_default), {TO_ONE(sceau_throttle_policy), END}, {0}, 0},
    {CALL(throttle_begin),
     {{OPTIONAL, &throttle, sizeof throttle, 1}, GOOD(VALUE, key), RAW(secret, 9),
      GOOD(PLAIN, throttle_policy), TO_ONE(sceau_throttle), TO_ONE(sceau_throttle_result), END},
     {0},
     NOW},
    {CALL(throttle_succeed),
     {GOOD(STATE, throttle), GOOD(VALUE, key), RAW(secret, 9), TO_ONE(sceau_throttle), END},
     {0},
     NOW},
    {CALL(recovery_codes_parse),
     {RAW(&recovery_codes, 208), TO_ONE(sceau_recovery_codes), END},
     {0},
     0},
    {CALL(recovery_codes_generation), {GOOD(PLAIN, recovery_codes), TO_ONE(uint64_t), END}, {0}, 0},
    {CALL(recovery_codes_generate),
     {{OPTIONAL, &recovery_codes, sizeof recovery_codes, 1}, GOOD(VALUE, key), RAW(secret, 9),
      RAW(entropy, sizeof entropy), TO_ONE(sceau_recovery_codes), TO_ONE(sceau_recovery_list), END},
     {0},
     0},
    {CALL(recovery_codes_verify),
     {GOOD(STATE, recovery_codes), GOOD(VALUE, key), RAW(secret, 9), TEXT(code),
      TO_ONE(sceau_recovery_codes), TO_ONE(sceau_recovery_result), END},
     {0},
     0},
    {CALL(recovery_codes_left),
     {GOOD(STATE, recovery_codes), GOOD(VALUE, key), RAW(secret, 9), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(throttle_lift),
     {GOOD(STATE, throttle), GOOD(VALUE, key), RAW(secret, 9), TO_ONE(sceau_throttle), END},
     {0},
     NOW},
    {CALL(throttle_policy_origins), {TO_ONE(sceau_throttle_policy), END}, {0}, 0},
    {CALL(throttle_begin_origin),
     {{OPTIONAL, &origin, sizeof origin, 1}, GOOD(VALUE, key), TEXT(address),
      GOOD(PLAIN, origins_policy), TO_ONE(sceau_throttle), TO_ONE(sceau_throttle_result), END},
     {0},
     NOW},
    {CALL(throttle_succeed_origin),
     {GOOD(STATE, origin), GOOD(VALUE, key), TEXT(address), TO_ONE(sceau_throttle), END},
     {0},
     NOW},
    {CALL(throttle_lift_origin),
     {GOOD(STATE, origin), GOOD(VALUE, key), TEXT(address), TO_ONE(sceau_throttle), END},
     {0},
     NOW},
    {CALL(hotp_code), {GOOD(PLAIN, hotp), RAW(secret, 20), TO_ONE(sceau_code), END}, {0}, 1},
    {CALL(hotp_code_unchecked_policy),
     {GOOD(PLAIN, hotp), RAW(secret, 20), TO_ONE(sceau_code), END},
     {0},
     1},
    {CALL(hotp_verify),
     {GOOD(PLAIN, hotp), RAW(secret, 20), TEXT(code), TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     1},
    {CALL(hotp_verify_unchecked_policy),
     {GOOD(PLAIN, hotp), RAW(secret, 20), TEXT(code), TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     1},
    {CALL(totp_code), {GOOD(PLAIN, totp), RAW(secret, 20), TO_ONE(sceau_code), END}, {0}, 59},
    {CALL(totp_code_unchecked_policy),
     {GOOD(PLAIN, totp), RAW(secret, 20), TO_ONE(sceau_code), END},
     {0},
     59},
    {CALL(totp_verify),
     {GOOD(PLAIN, totp), RAW(secret, 20), TEXT(code), {OPTIONAL, &last, sizeof last, 1},
      TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     59},
    {CALL(totp_verify_unchecked_policy),
     {GOOD(PLAIN, totp), RAW(secret, 20), TEXT(code), {OPTIONAL, &last, sizeof last, 1},
      TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     59},
    {CALL(totp_step), {GOOD(PLAIN, totp), TO_ONE(uint64_t), TO_ONE(uint64_t), END}, {0}, 59},
    {CALL(totp_accepted_until), {GOOD(PLAIN, totp), TO_ONE(uint64_t), END}, {0}, 59},
    {CALL(totp_prepare),
     {GOOD(PLAIN, totp), RAW(secret, 20), TO_ONE(sceau_prepared_totp), END},
     {0},
     0},
    {CALL(totp_prepare_unchecked_policy),
     {GOOD(PLAIN, totp), RAW(secret, 20), TO_ONE(sceau_prepared_totp), END},
     {0},
     0},
    {CALL(prepared_totp_code), {GOOD(PLAIN, prepared_totp), TO_ONE(sceau_code), END}, {0}, 59},
    {CALL(prepared_totp_verify_drifting),
     {GOOD(PLAIN, prepared_totp), TEXT(code), {OPTIONAL, &last, sizeof last, 1}, TO_ONE(uint32_t),
      TO_ONE(uint64_t), TO_ONE(int32_t), END},
     {0},
     59},
    {CALL(hotp_prepare),
     {GOOD(PLAIN, hotp), RAW(secret, 20), TO_ONE(sceau_prepared_hotp), END},
     {0},
     0},
    {CALL(hotp_prepare_unchecked_policy),
     {GOOD(PLAIN, hotp), RAW(secret, 20), TO_ONE(sceau_prepared_hotp), END},
     {0},
     0},
    {CALL(prepared_hotp_code), {GOOD(PLAIN, prepared_hotp), TO_ONE(sceau_code), END}, {0}, 1},
    {CALL(prepared_hotp_verify),
     {GOOD(PLAIN, prepared_hotp), TEXT(code), TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     1},
    {CALL(prepared_hotp_resynchronize),
     {GOOD(PLAIN, prepared_hotp), TEXT(code), TEXT(code), TO_ONE(uint32_t), TO_ONE(uint64_t), END},
     {0},
     1},
    {CALL(otp_secret_parse),
     {TEXT(base32), TO_ONE(sceau_parse_result), TO_ONE(sceau_otp_secret), END},
     {SCEAU_OTP_READING_LENIENT},
     0},
    {CALL(otp_secret_parse_unchecked_policy),
     {TEXT(base32), TO_ONE(sceau_parse_result), TO_ONE(sceau_otp_secret), END},
     {SCEAU_OTP_READING_STRICT},
     0},
    {CALL(otp_secret_base32),
     {RAW(secret, 20), TO_MANY(char, SCEAU_OTP_BASE32_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(otp_secret_base32_groups),
     {RAW(secret, 20), TO_MANY(char, SCEAU_OTP_BASE32_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(otp_uri_parse),
     {TEXT(uri), TO_ONE(sceau_parse_result), TO_ONE(sceau_otp_uri), END},
     {SCEAU_OTP_READING_LENIENT},
     0},
    {CALL(otp_uri_parse_unchecked_policy),
     {TEXT(uri), TO_ONE(sceau_parse_result), TO_ONE(sceau_otp_uri), END},
     {SCEAU_OTP_READING_STRICT},
     0},
    {CALL(otp_uri_write),
     {GOOD(PLAIN, paired), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_OTP_URI_MAX),
      TO_ONE(size_t), END},
     {0},
     0},
    {CALL(otp_uri_write_unchecked_policy),
     {GOOD(PLAIN, paired), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_OTP_URI_MAX),
      TO_ONE(size_t), END},
     {0},
     0},
    {CALL(identifier_parse),
     {TEXT(nam), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_IDENTIFIER_MAX), TO_ONE(size_t),
      END},
     {SCEAU_IDENTIFIER_KIND_NAM},
     0},
    {CALL(identifier_display),
     {TEXT(nam), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_IDENTIFIER_MAX), TO_ONE(size_t),
      END},
     {SCEAU_IDENTIFIER_KIND_NAM},
     0},
    {CALL(identifier_mask),
     {TEXT(nam), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_IDENTIFIER_MASKED_MAX),
      TO_ONE(size_t), END},
     {SCEAU_IDENTIFIER_KIND_NAM},
     0},
    {CALL(identifier_level),
     {TEXT(nam), GOOD(PLAIN, today), TO_ONE(sceau_parse_result), TO_ONE(uint32_t), END},
     {SCEAU_IDENTIFIER_KIND_NAM},
     0},
    {CALL(nam_check),
     {TEXT(nam), GOOD(PLAIN, today), TO_ONE(sceau_parse_result), TO_ONE(sceau_nam_birth), END},
     {0},
     0},
    {CALL(nam_check_born),
     {TEXT(nam), GOOD(PLAIN, born), TO_ONE(sceau_parse_result), TO_ONE(sceau_nam_birth), END},
     {0},
     0},
    {CALL(nas_check), {TEXT(nas), TO_ONE(sceau_parse_result), TO_ONE(uint32_t), END}, {0}, 0},
    {CALL(birth_date_parse),
     {TEXT(born_text), TO_ONE(sceau_parse_result), TO_ONE(sceau_date), END},
     {0},
     0},
    {CALL(neq_check), {TEXT(neq), TO_ONE(sceau_parse_result), TO_ONE(uint32_t), END}, {0}, 0},
    {CALL(card_expiry_parse),
     {TEXT(expiry), TO_ONE(sceau_parse_result), TO_ONE(sceau_date), END},
     {0},
     0},
    {CALL(identifier_typing),
     {TEXT(nam), TO_ONE(sceau_typing), TO_MANY(char, SCEAU_IDENTIFIER_MAX), TO_ONE(size_t), END},
     {SCEAU_IDENTIFIER_KIND_NAM, SCEAU_TYPED_EDIT_DELETE},
     3},
    {CALL(identifier_pseudonym),
     {TEXT(nam), GOOD(VALUE, key), RAW(secret, 9), TO_ONE(sceau_parse_result),
      TO_ONE(sceau_pseudonym), END},
     {SCEAU_IDENTIFIER_KIND_NAM},
     0},
    {CALL(identifier_synthetic),
     {TO_MANY(char, SCEAU_IDENTIFIER_MAX), TO_ONE(size_t), END},
     {SCEAU_IDENTIFIER_KIND_NAS},
     7},
    {CALL(date_age), {GOOD(PLAIN, born), GOOD(PLAIN, today), TO_ONE(uint32_t), END}, {0}, 0},
    {CALL(identity_check), {GOOD(VALUE, claim), TO_ONE(sceau_report), END}, {0}, 0},
    {CALL(finding_message),
     {GOOD(PLAIN, finding), TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_FRENCH},
     0},
    {CALL(reason_message),
     {TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_ENGLISH, SCEAU_CHALLENGE_OUTCOME_WRONG},
     4},
    {CALL(reason_message_until),
     {TEXT(until), TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_ENGLISH, SCEAU_THROTTLE_OUTCOME_SUSPENDED},
     0},
    {CALL(post_message),
     {TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_FRENCH, SCEAU_CHALLENGE_OUTCOME_WRONG},
     4},
    {CALL(post_message_until),
     {TEXT(until), TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_ENGLISH, SCEAU_ISSUE_OUTCOME_TOO_SOON},
     0},
    {CALL(name_fold),
     {TEXT(name), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_NAME_KEY_MAX), TO_ONE(size_t),
      END},
     {0},
     0},
    {CALL(name_fold_icao),
     {TEXT(name), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_NAME_KEY_MAX), TO_ONE(size_t),
      END},
     {0},
     0},
    {CALL(name_fold_versioned),
     {TEXT(name), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_NAME_VERSIONED_KEY_MAX), TO_ONE(size_t),
      END},
     {0},
     0},
    {CALL(name_fold_icao_versioned),
     {TEXT(name), TO_ONE(sceau_parse_result), TO_MANY(char, SCEAU_NAME_VERSIONED_KEY_MAX), TO_ONE(size_t),
      END},
     {0},
     0},
    {CALL(name_matches_icao),
     {TEXT(zone), TEXT(name), TO_ONE(sceau_parse_result), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(name_distance),
     {TEXT(name), TEXT(zone), TO_ONE(sceau_parse_result), TO_ONE(uint32_t), TO_ONE(uint32_t),
      TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(name_compare),
     {TEXT(name), TEXT(name), TO_ONE(sceau_name_comparison), TO_ONE(uint32_t), END},
     {SCEAU_NAME_POLICY_TOLERANT},
     0},
    {CALL(password_policies_default),
     {TO_ONE(sceau_accept_policy), TO_ONE(sceau_create_policy), END},
     {0},
     0},
    {CALL(password_calibrated_iterations),
     {TO_ONE(uint32_t), END},
     {SCEAU_PASSWORD_ALGORITHM_SHA256},
     10000000},
    {CALL(spring_parameters_v5_8), {TO_ONE(sceau_spring_parameters), END}, {0}, 0},
    {CALL(spring_parameters_v5_5), {TO_ONE(sceau_spring_parameters), END}, {0}, 0},
    {CALL(password_hash),
     {TEXT(password), RAW(salt, 16), GOOD(VALUE, create), GOOD(MAY_LACK, peppers),
      TO_MANY(char, SCEAU_PASSWORD_HASH_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(password_hash_unchecked_policy),
     {TEXT(password), RAW(salt, 16), GOOD(VALUE, cheap), GOOD(MAY_LACK, peppers),
      TO_MANY(char, SCEAU_PASSWORD_HASH_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(password_verify),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, create),
      GOOD(MAY_LACK, peppers), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(password_verify_unchecked_policy),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, cheap),
      GOOD(MAY_LACK, peppers), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(password_verify_absent),
     {TEXT(password), GOOD(VALUE, create), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(password_verify_absent_unchecked_policy),
     {TEXT(password), GOOD(VALUE, cheap), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(password_verifier_begin),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, create),
      GOOD(MAY_LACK, peppers), A_VERIFIER, END},
     {0},
     0},
    {CALL(password_verifier_begin_unchecked_policy),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, cheap),
      GOOD(MAY_LACK, peppers), A_VERIFIER, END},
     {0},
     0},
    {CALL(password_verifier_begin_absent),
     {TEXT(password), GOOD(VALUE, create), A_VERIFIER, END},
     {0},
     0},
    {CALL(password_verifier_begin_absent_unchecked_policy),
     {TEXT(password), GOOD(VALUE, cheap), A_VERIFIER, END},
     {0},
     0},
    {CALL(password_verifier_step),
     {GOOD(PLACE, under_way), TO_ONE(sceau_password_progress), END},
     {0},
     1},
    {CALL(password_verifier_progress),
     {GOOD(PLACE, under_way), TO_ONE(sceau_password_progress), END},
     {0},
     0},
    {CALL(password_verifier_finish),
     {GOOD(PLACE, at_its_end), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(password_verifier_wipe), {GOOD(PLACE, under_way), END}, {0}, 0},
    {CALL(answer_hash),
     {TEXT(password), RAW(salt, 16), GOOD(VALUE, create), GOOD(MAY_LACK, peppers),
      TO_MANY(char, SCEAU_PASSWORD_HASH_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(answer_hash_unchecked_policy),
     {TEXT(password), RAW(salt, 16), GOOD(VALUE, cheap), GOOD(MAY_LACK, peppers),
      TO_MANY(char, SCEAU_PASSWORD_HASH_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(answer_verify),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, create),
      GOOD(MAY_LACK, peppers), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(answer_verify_unchecked_policy),
     {TEXT(password), GOOD(VALUE, stored), GOOD(VALUE, accept), GOOD(VALUE, cheap),
      GOOD(MAY_LACK, peppers), TO_ONE(uint32_t), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(answer_verify_absent),
     {TEXT(password), GOOD(VALUE, create), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(answer_verify_absent_unchecked_policy),
     {TEXT(password), GOOD(VALUE, cheap), TO_ONE(uint32_t), END},
     {0},
     0},
    {CALL(answer_check), {TEXT(password), TO_ONE(sceau_parse_result), END}, {0}, 0},
    {CALL(answer_message),
     {TO_MANY(char, SCEAU_MESSAGE_MAX), TO_ONE(size_t), END},
     {SCEAU_LANGUAGE_FRENCH, SCEAU_STATUS_PASSWORD_EMPTY},
     0},
    {CALL(password_check),
     {GOOD(PLAIN, rules), TEXT(weak), GOOD(VALUE, known), TO_ONE(sceau_parse_result),
      TO_MANY(sceau_password_finding, SCEAU_PASSWORD_REASONS_MAX), TO_ONE(size_t), END},
     {0},
     0},
    {CALL(password_rules_profile),
     {TO_ONE(sceau_password_rules), END},
     {SCEAU_PASSWORD_PROFILE_CCCS},
     0},
};

const size_t function_count = sizeof functions / sizeof *functions;
