/* Structs that hold pointers, and policies at the edges of their ranges. */

#include "nested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sceau.h>

#define MEBIBYTE ((size_t)1 << 20)
#define NOW 1795442400

static uint8_t *mebibyte;
static const uint8_t entropy[SCEAU_ENTROPY_BYTES] = {1};
static const uint8_t key_bytes[32] = {1};

/* Issues a first code with these arguments; the outputs stay as they are unless it is answered. */
static sceau_status issue(const sceau_service_key *key, const sceau_challenge_binding *binding,
                          const sceau_challenge_policy *policy, size_t entropy_len) {
    sceau_challenge next;
    sceau_issue_result result;
    memset(&next, 0xa5, sizeof next);
    memset(&result, 0xa5, sizeof result);
    sceau_challenge next_before = next;
    sceau_issue_result before = result;
    sceau_status status = sceau_challenge_issue(NULL, key, binding, entropy, entropy_len, NOW,
                                                policy, &next, &result);
    if (status != SCEAU_OK)
        check(memcmp(&next, &next_before, sizeof next) == 0 &&
                  memcmp(&result, &before, sizeof result) == 0,
              "sceau_challenge_issue", "an output without SCEAU_OK");
    return status;
}

static void expect(sceau_status found, sceau_status expected, const char *what) {
    check(found == expected, sceau_reason_name(found), what);
}

static void keys(void) {
    static const struct {
        size_t length;
        sceau_status status;
    } lengths[] = {
        {0, SCEAU_STATUS_KEY_TOO_SHORT},       {31, SCEAU_STATUS_KEY_TOO_SHORT},
        {32, SCEAU_OK},                        {1024, SCEAU_OK},
        {1025, SCEAU_STATUS_KEY_TOO_LONG},     {MEBIBYTE, SCEAU_STATUS_KEY_TOO_LONG},
        {SIZE_MAX / 2 + 1, SCEAU_STATUS_LENGTH},
    };
    const sceau_challenge_binding binding = {
        SCEAU_CHALLENGE_PURPOSE_RECOVERY, SCEAU_CHALLENGE_CHANNEL_EMAIL, NULL, 0, NULL, 0,
    };
    sceau_challenge_policy policy;
    check(sceau_challenge_policy_default(&policy) == SCEAU_OK, "policy", "default");
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        sceau_service_key key = {7, mebibyte, lengths[i].length};
        expect(issue(&key, &binding, &policy, sizeof entropy), lengths[i].status, "a key's length");
    }
    sceau_service_key none = {7, NULL, 32}, empty = {7, NULL, 0}, key = {7, key_bytes, 32};
    expect(issue(&none, &binding, &policy, 16), SCEAU_STATUS_NULL_POINTER, "no key");
    expect(issue(&empty, &binding, &policy, 16), SCEAU_STATUS_KEY_TOO_SHORT, "an empty key");
    for (size_t length = 0; length < 16; length++)
        expect(issue(&key, &binding, &policy, length), SCEAU_STATUS_ENTROPY_LENGTH, "entropy");
}

static void bindings(void) {
    const sceau_service_key key = {7, key_bytes, sizeof key_bytes};
    const sceau_challenge_binding good = {
        SCEAU_CHALLENGE_PURPOSE_RECOVERY, SCEAU_CHALLENGE_CHANNEL_EMAIL, key_bytes, 3, key_bytes, 4,
    };
    sceau_challenge_policy policy, post;
    check(sceau_challenge_policy_default(&policy) == SCEAU_OK, "policy", "default");
    check(sceau_challenge_policy_post(&post) == SCEAU_OK, "policy", "post");
    for (uint32_t number = 0; number < 5000; number++) {
        sceau_challenge_binding purpose = good, channel = good;
        int known = number >= SCEAU_CHALLENGE_PURPOSE_ADDRESS_VALIDATION &&
                    number <= SCEAU_CHALLENGE_PURPOSE_SIGN_IN_UNCHECKED_POLICY;
        purpose.purpose = number;
        expect(issue(&key, &purpose, &policy, 16),
               number == SCEAU_CHALLENGE_PURPOSE_SIGN_IN ? SCEAU_STATUS_STATE_SIGN_IN_CHANNEL
               : known                                   ? SCEAU_OK
                                                         : SCEAU_STATUS_UNKNOWN_NUMBER,
               "a purpose");
        int by_post = number == SCEAU_CHALLENGE_CHANNEL_POST;
        known = number == SCEAU_CHALLENGE_CHANNEL_EMAIL || number == SCEAU_CHALLENGE_CHANNEL_TEXT;
        channel.channel = number;
        expect(issue(&key, &channel, &policy, 16),
               by_post ? SCEAU_STATUS_STATE_WRONG_POLICY
               : known ? SCEAU_OK
                       : SCEAU_STATUS_UNKNOWN_NUMBER,
               "a channel");
        expect(issue(&key, &channel, &post, 16),
               by_post ? SCEAU_OK
               : known ? SCEAU_STATUS_STATE_WRONG_POLICY
                       : SCEAU_STATUS_UNKNOWN_NUMBER,
               "a channel under the policy of post");
    }
    sceau_challenge_binding user = good, destination = good;
    user.user = NULL;
    destination.destination = NULL;
    expect(issue(&key, &user, &policy, 16), SCEAU_STATUS_NULL_POINTER, "no user");
    expect(issue(&key, &destination, &policy, 16), SCEAU_STATUS_NULL_POINTER, "no destination");
    user.user_len = destination.destination_len = SIZE_MAX;
    expect(issue(&key, &user, &policy, 16), SCEAU_STATUS_LENGTH, "a user's length");
    expect(issue(&key, &destination, &policy, 16), SCEAU_STATUS_LENGTH, "a destination's length");
    user.user = destination.destination = mebibyte;
    user.user_len = destination.destination_len = MEBIBYTE;
    expect(issue(&key, &user, &policy, 16), SCEAU_OK, "a long user");
    expect(issue(&key, &destination, &policy, 16), SCEAU_OK, "a long destination");
}

static sceau_status identity(const sceau_claim *claim) {
    sceau_report report, before;
    memset(&report, 0xa5, sizeof report);
    memset(&before, 0xa5, sizeof before);
    sceau_status status = sceau_identity_check(claim, &report);
    if (status != SCEAU_OK)
        check(memcmp(&report, &before, sizeof report) == 0, "sceau_identity_check",
              "an output without SCEAU_OK");
    else
        check((report.nam.reason != SCEAU_OK) == (report.count == 0 && report.outcome == 0),
              "sceau_identity_check", "findings without a number");
    return status;
}

static void documents(void) {
    const sceau_document good = {SCEAU_DOCUMENT_KIND_FORM, "A", 1, "B", 1, NULL, 0};
    sceau_document *many = (sceau_document *)malloc(40000 * sizeof *many);
    sceau_document bad = good;
    if (many == NULL) exit(1);
    for (size_t i = 0; i < 40000; i++) many[i] = good;
    const sceau_claim claim = {many, 1, "SERE75613018", 12, {1975, 11, 30}, {2026, 11, 23}, 0, 14};
    sceau_claim other = claim;
    expect(identity(&claim), SCEAU_OK, "a claim");
    static const size_t counts[] = {0, 1, 4, 5, 6, 40000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        other.documents_len = counts[i];
        expect(identity(&other),
               counts[i] == 0   ? SCEAU_STATUS_IDENTITY_NO_DOCUMENT
               : counts[i] <= 4 ? SCEAU_OK
                                : SCEAU_STATUS_IDENTITY_TOO_MANY_DOCUMENTS,
               "documents");
    }
    other.documents_len = SIZE_MAX / 16;
    expect(identity(&other), SCEAU_STATUS_LENGTH, "impossibly many documents");
    other = claim;
    other.documents = NULL;
    expect(identity(&other), SCEAU_STATUS_NULL_POINTER, "no documents");
    other.documents = &bad;
    bad.kind = SCEAU_LANGUAGE_FRENCH;
    expect(identity(&other), SCEAU_STATUS_UNKNOWN_NUMBER, "a document's kind");
    bad = good;
    bad.surname = "\xff";
    expect(identity(&other), SCEAU_STATUS_NOT_UTF8, "a surname");
    bad.surname = NULL;
    expect(identity(&other), SCEAU_STATUS_NULL_POINTER, "no surname");
    bad = good;
    bad.given_name_len = SIZE_MAX;
    expect(identity(&other), SCEAU_STATUS_LENGTH, "a given name's length");
    bad = good;
    bad.other_surname_len = 1;
    expect(identity(&other), SCEAU_STATUS_NULL_POINTER, "no other surname, but a length");
    bad.other_surname = "\xff";
    expect(identity(&other), SCEAU_STATUS_NOT_UTF8, "another surname");
    bad.other_surname_len = SIZE_MAX;
    expect(identity(&other), SCEAU_STATUS_LENGTH, "another surname's length");
    bad.other_surname_len = 0;
    expect(identity(&other), SCEAU_OK, "an empty other surname");
    memset(mebibyte, 'A', MEBIBYTE);
    bad.other_surname = (const char *)mebibyte;
    bad.other_surname_len = MEBIBYTE;
    expect(identity(&other), SCEAU_OK, "a long other surname");
    bad.given_name = (const char *)mebibyte;
    bad.given_name_len = MEBIBYTE;
    expect(identity(&other), SCEAU_OK, "a long given name is a finding");
    other = claim;
    other.nam_len = 0;
    expect(identity(&other), SCEAU_OK, "no number");
    other.nam = (const char *)mebibyte;
    other.nam_len = MEBIBYTE;
    expect(identity(&other), SCEAU_OK, "a long number");
    other = claim;
    other.today.month = 13;
    expect(identity(&other), SCEAU_STATUS_DATE, "no such day");
    other = claim;
    other.accepted = 1u << 15;
    expect(identity(&other), SCEAU_STATUS_UNKNOWN_NUMBER, "a policy that accepts all");
    other.accepted = SCEAU_NAME_POLICY_TOLERANT;
    other.minimum_age = UINT32_MAX;
    expect(identity(&other), SCEAU_OK, "the greatest age");
    free(many);
}

static sceau_status chosen(const sceau_password_rules *rules,
                           const sceau_password_context *context) {
    sceau_parse_result parsed;
    sceau_password_finding findings[SCEAU_PASSWORD_REASONS_MAX];
    size_t count = 12345;
    memset(findings, 0xa5, sizeof findings);
    sceau_status status = sceau_password_check(rules, "plume", 5, context, &parsed, findings,
                                               SCEAU_PASSWORD_REASONS_MAX, &count);
    if (status != SCEAU_OK)
        check(count == 12345 && findings[0].reason == 0xa5a5a5a5u, "sceau_password_check",
              "an output without SCEAU_OK");
    return status;
}

static void contexts(void) {
    sceau_password_rules rules;
    sceau_password_context nothing, changed;
    memset(&nothing, 0, sizeof nothing);
    check(sceau_password_rules_profile(SCEAU_PASSWORD_PROFILE_SAG2024, &rules) == SCEAU_OK,
          "rules", "a profile");
    expect(chosen(&rules, &nothing), SCEAU_OK, "nothing known");
    const char **texts[] = {&changed.user_name, &changed.email_address, &changed.given_name,
                            &changed.surname,   &changed.nam,           &changed.nas,
                            &changed.service};
    size_t *lengths[] = {&changed.user_name_len, &changed.email_address_len,
                         &changed.given_name_len, &changed.surname_len, &changed.nam_len,
                         &changed.nas_len, &changed.service_len};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        changed = nothing;
        *lengths[i] = 1;
        expect(chosen(&rules, &changed), SCEAU_STATUS_NULL_POINTER, "no text");
        *texts[i] = "\xff";
        expect(chosen(&rules, &changed), SCEAU_STATUS_NOT_UTF8, "a text");
        *lengths[i] = SIZE_MAX;
        expect(chosen(&rules, &changed), SCEAU_STATUS_LENGTH, "a text's length");
        *texts[i] = (const char *)mebibyte;
        *lengths[i] = MEBIBYTE;
        expect(chosen(&rules, &changed), SCEAU_OK, "a mebibyte");
    }
}

void structs_with_pointers(void) {
    mebibyte = (uint8_t *)calloc(1, MEBIBYTE);
    if (mebibyte == NULL) exit(1);
    keys();
    bindings();
    documents();
    contexts();
    free(mebibyte);
}

static sceau_status challenge(const sceau_challenge_policy *policy) {
    const sceau_service_key key = {7, key_bytes, sizeof key_bytes};
    const sceau_challenge_binding binding = {
        SCEAU_CHALLENGE_PURPOSE_RECOVERY, SCEAU_CHALLENGE_CHANNEL_EMAIL, NULL, 0, NULL, 0,
    };
    return issue(&key, &binding, policy, sizeof entropy);
}

static sceau_status throttle(const sceau_throttle_policy *policy) {
    const sceau_service_key key = {7, key_bytes, sizeof key_bytes};
    sceau_throttle next;
    sceau_throttle_result result;
    return sceau_throttle_begin(NULL, &key, NULL, 0, NOW, policy, &next, &result);
}

static sceau_status device(const sceau_device_policy *policy) {
    static const uint8_t fresh[SCEAU_DEVICE_ENTROPY_BYTES] = {0};
    const sceau_service_key key = {7, key_bytes, sizeof key_bytes};
    sceau_device first;
    sceau_remembered_device result;
    return sceau_device_remember(&key, NULL, 0, fresh, sizeof fresh, NOW, policy, &first, &result);
}

static sceau_status password(sceau_accept_policy accept, sceau_create_policy create) {
    uint32_t outcome, why;
    const sceau_stored_password stored = {SCEAU_STORED_KIND_TEXT, "?", 1, NULL, 0,
                                          {0, 0, 0, NULL, 0}};
    return sceau_password_verify("x", 1, &stored, &accept, &create, NULL, &outcome, &why);
}

/* Sets one number of a good policy, and expects a status. */
#define WITH(type, good, field, value, call, expected, what)  \
    do {                                                      \
        type changed = good;                                  \
        changed.field = value;                                \
        expect(call(&changed), expected, what);               \
    } while (0)

static sceau_status new_password(const sceau_password_rules *rules) {
    sceau_password_context nothing;
    memset(&nothing, 0, sizeof nothing);
    return chosen(rules, &nothing);
}

static void password_rules(void) {
    static const uint32_t beyond[] = {1, 2, 65, 256, 257, 258, 264, 65544, UINT32_MAX};
    sceau_password_rules r;
    for (uint32_t profile = 3200; profile < 3400; profile++) {
        int known = profile >= SCEAU_PASSWORD_PROFILE_SAG2024 &&
                    profile <= SCEAU_PASSWORD_PROFILE_CCCS;
        expect(sceau_password_rules_profile(profile, &r),
               known ? SCEAU_OK : SCEAU_STATUS_UNKNOWN_NUMBER, "a profile");
        if (known) expect(new_password(&r), SCEAU_OK, "the rules of a profile");
    }
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        uint32_t n = beyond[i];
        WITH(sceau_password_rules, r, min_characters, n, new_password,
             SCEAU_STATUS_PASSWORD_POLICY_MIN_CHARACTERS, "characters");
        WITH(sceau_password_rules, r, passphrase_characters, n, new_password,
             SCEAU_STATUS_PASSWORD_POLICY_PASSPHRASE, "a passphrase");
        WITH(sceau_password_rules, r, sequence, n, new_password,
             SCEAU_STATUS_PASSWORD_POLICY_SEQUENCE, "a sequence");
        WITH(sceau_password_rules, r, keyboard, n, new_password,
             SCEAU_STATUS_PASSWORD_POLICY_KEYBOARD, "keys");
        WITH(sceau_password_rules, r, context, n, new_password,
             SCEAU_STATUS_PASSWORD_POLICY_CONTEXT, "words");
        if (n != 2)
            WITH(sceau_password_rules, r, repetition, n, new_password,
                 SCEAU_STATUS_PASSWORD_POLICY_REPETITION, "a repetition");
        if (n == 1) continue;
        WITH(sceau_password_rules, r, whole_context, n, new_password, SCEAU_STATUS_UNKNOWN_NUMBER,
             "neither 0 nor 1");
        WITH(sceau_password_rules, r, address, n, new_password, SCEAU_STATUS_UNKNOWN_NUMBER,
             "neither 0 nor 1");
        WITH(sceau_password_rules, r, blocklist, n, new_password, SCEAU_STATUS_UNKNOWN_NUMBER,
             "neither 0 nor 1");
    }
}

void policies(void) {
    password_rules();
    sceau_challenge_policy c;
    sceau_throttle_policy t;
    sceau_device_policy d;
    sceau_accept_policy accept;
    sceau_create_policy create;
    check(sceau_challenge_policy_default(&c) == SCEAU_OK, "policy", "default");
    check(sceau_throttle_policy_default(&t) == SCEAU_OK, "policy", "default");
    check(sceau_device_policy_default(&d) == SCEAU_OK, "policy", "default");
    check(sceau_password_policies_default(&accept, &create) == SCEAU_OK, "policy", "default");
    expect(challenge(&c), SCEAU_OK, "the default policy");
    expect(throttle(&t), SCEAU_OK, "the default policy");
    expect(device(&d), SCEAU_OK, "the default policy");
    WITH(sceau_device_policy, d, lifetime_s, 0, device, SCEAU_STATUS_DEVICE_POLICY_LIFETIME,
         "lifetime");
    WITH(sceau_device_policy, d, lifetime_s, UINT64_MAX, device,
         SCEAU_STATUS_DEVICE_POLICY_LIFETIME, "lifetime");
    static const uint32_t beyond[] = {0, 101, 256, 257, 65535, 65536, 65537, UINT32_MAX};
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        uint32_t n = beyond[i];
        /* None at all are a posted code's, and the policy is then not one for e-mail. */
        WITH(sceau_challenge_policy, c, digits, n, challenge,
             n == 0 ? SCEAU_STATUS_STATE_WRONG_POLICY : SCEAU_STATUS_DIGITS, "digits");
        WITH(sceau_challenge_policy, c, attempts, n, challenge,
             SCEAU_STATUS_CHALLENGE_POLICY_ATTEMPTS, "attempts");
        WITH(sceau_challenge_policy, c, issues, n, challenge, SCEAU_STATUS_CHALLENGE_POLICY_ISSUES,
             "issues");
        WITH(sceau_challenge_policy, c, failures, n, challenge,
             SCEAU_STATUS_CHALLENGE_POLICY_FAILURES, "failures");
        WITH(sceau_throttle_policy, t, failures, n, throttle,
             SCEAU_STATUS_THROTTLE_POLICY_FAILURES, "failures");
    }
    WITH(sceau_challenge_policy, c, lifetime_s, 601, challenge,
         SCEAU_STATUS_CHALLENGE_POLICY_LIFETIME, "lifetime");
    sceau_challenge_policy post;
    check(sceau_challenge_policy_post(&post) == SCEAU_OK, "policy", "post");
    WITH(sceau_challenge_policy, post, lifetime_s, 30 * 86400 + 1, challenge,
         SCEAU_STATUS_CHALLENGE_POLICY_LIFETIME, "lifetime by post");
    WITH(sceau_challenge_policy, post, digits, 6, challenge,
         SCEAU_STATUS_CHALLENGE_POLICY_LIFETIME, "digits that live for weeks");
    WITH(sceau_challenge_policy, c, cooldown_s, UINT64_MAX, challenge,
         SCEAU_STATUS_CHALLENGE_POLICY_COOLDOWN, "cooldown");
    WITH(sceau_challenge_policy, c, period_s, UINT64_MAX, challenge,
         SCEAU_STATUS_CHALLENGE_POLICY_PERIOD, "period");
    WITH(sceau_throttle_policy, t, delay_s, 0, throttle, SCEAU_STATUS_THROTTLE_POLICY_DELAY,
         "delay");
    WITH(sceau_throttle_policy, t, suspension_s, UINT64_MAX, throttle,
         SCEAU_STATUS_THROTTLE_POLICY_SUSPENSION, "suspension");
    WITH(sceau_throttle_policy, t, free, UINT32_MAX, throttle,
         SCEAU_STATUS_THROTTLE_POLICY_SUSPEND_AFTER, "free");

    expect(password(accept, create), SCEAU_STATUS_PASSWORD_MALFORMED, "both policies are right");
    sceau_accept_policy weak = accept, salt = accept, none = accept;
    sceau_create_policy few = create, other = create;
    weak.sha256.min = 999;
    salt.min_salt_bytes = 7;
    none.sha1.max = 1;
    few.iterations = 599999;
    other.algorithm = SCEAU_OTP_ALGORITHM_SHA256;
    expect(password(weak, create), SCEAU_STATUS_PASSWORD_ITERATIONS, "too few iterations");
    expect(password(salt, create), SCEAU_STATUS_PASSWORD_SALT_LENGTH, "too short a salt");
    expect(password(none, create), SCEAU_STATUS_PASSWORD_ITERATIONS, "an empty range");
    uint32_t iterations = 0;
    expect(sceau_password_calibrated_iterations(SCEAU_PASSWORD_ALGORITHM_SHA256, 20000, 10000000,
                                                500000000, &iterations),
           SCEAU_OK, "calibrates");
    check(iterations == 1000000, "sceau_password_calibrated_iterations", "another figure");
    expect(password(accept, few), SCEAU_STATUS_PASSWORD_ITERATIONS, "too few iterations");
    expect(password(accept, other), SCEAU_STATUS_UNKNOWN_NUMBER, "another family's algorithm");
}
