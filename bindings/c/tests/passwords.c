/* password/: a port of tests/families/password.rs. */

#include <string.h>

#include <sceau.h>

#include "families.h"

static sceau_create_policy create(const record *scenario) {
    const char *name = optional(scenario, "algorithm");
    sceau_create_policy policy = {SCEAU_PASSWORD_ALGORITHM_SHA256,
                                  small_of(scenario, "iterations", 1000)};
    if (name != NULL)
        policy.algorithm = number_named(SCEAU_PASSWORD_ALGORITHM_SHA256, name, strlen(name));
    return policy;
}

/* A status has no place; the check of the same text has. */
static void say_status(answer *out, sceau_status status, const blob *password) {
    static const sceau_password_context nothing = {NULL, 0, NULL, 0, NULL, 0, NULL,
                                                   0,    NULL, 0, NULL, 0, NULL, 0};
    sceau_parse_result parsed;
    sceau_password_rules rules;
    sceau_password_finding findings[SCEAU_PASSWORD_REASONS_MAX];
    size_t count;
    must(sceau_password_rules_profile(SCEAU_PASSWORD_PROFILE_SAG2024, &rules), "password rules");
    must(sceau_password_check(&rules, (const char *)password->bytes, password->length, &nothing,
                              &parsed, findings, SCEAU_PASSWORD_REASONS_MAX, &count),
         "password check");
    if (parsed.reason == status)
        say_error(out, parsed.reason, parsed.has_at, parsed.at);
    else
        say_error(out, status, 0, 0);
}

/* The keys of a record's peppers, and their bytes. */
typedef struct pepper_keys {
    sceau_service_key current, retired;
    blob current_bytes, retired_bytes;
    sceau_peppers peppers;
} pepper_keys;

/* Reads `7 0001…`: the key id, and the service key in hexadecimal. */
static int read_pepper(const record *scenario, const char *name, sceau_service_key *key,
                       blob *bytes) {
    const char *text = optional(scenario, name), *space;
    if (text == NULL) return 0;
    space = strchr(text, ' ');
    if (space == NULL) fail("no pepper", text);
    *bytes = from_hex(space + 1, strlen(space + 1));
    key->id = (uint32_t)parse_number(text, (size_t)(space - text));
    key->bytes = bytes->bytes;
    key->bytes_len = bytes->length;
    return 1;
}

static const sceau_peppers *peppers(const record *scenario, pepper_keys *keys) {
    int current = read_pepper(scenario, "pepper", &keys->current, &keys->current_bytes);
    int retired = read_pepper(scenario, "retired", &keys->retired, &keys->retired_bytes);
    keys->peppers.current = current ? &keys->current : NULL;
    keys->peppers.retired = retired ? &keys->retired : NULL;
    keys->peppers.retired_count = retired ? 1 : 0;
    return current || retired ? &keys->peppers : NULL;
}

void password_hash(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password"), salt = bytes_of(scenario, "salt");
    sceau_create_policy policy = create(scenario);
    pepper_keys keys;
    char stored[SCEAU_PASSWORD_HASH_MAX];
    size_t length;
    sceau_status status = sceau_password_hash_unchecked_policy(
        (const char *)password.bytes, password.length, salt.bytes, salt.length, &policy,
        peppers(scenario, &keys), stored, sizeof stored, &length);
    if (status != SCEAU_OK)
        say_status(out, status, &password);
    else
        say(out, "%s", stored);
}

/* Reads the names of formats, with a space between them. */
static uint32_t formats(const char *names) {
    uint32_t set = 0;
    while (*names != '\0') {
        size_t length = strcspn(names, " ");
        uint32_t number = number_named(SCEAU_STORED_FORMAT_PHC, names, length);
        set |= (uint32_t)1 << (number - SCEAU_STORED_FORMAT_PHC);
        names += length + strspn(names + length, " ");
    }
    return set;
}

static sceau_accept_policy accept_of(const record *scenario) {
    const char *names = optional(scenario, "formats");
    const char *require = optional(scenario, "require-pepper");
    sceau_accept_policy accept;
    sceau_create_policy other;
    must(sceau_password_policies_default(&accept, &other), "the default policies");
    accept.formats = formats(names == NULL ? "phc" : names);
    accept.sha256.min = small_of(scenario, "min-iterations", 1000);
    accept.sha256.max = small_of(scenario, "max-iterations", 1000000);
    accept.sha1 = accept.sha512 = accept.sha256;
    accept.min_salt_bytes = small_of(scenario, "min-salt-bytes", 8);
    accept.min_key_bytes = small_of(scenario, "min-key-bytes", 16);
    accept.require_pepper = require != NULL && strcmp(require, "yes") == 0;
    return accept;
}

/* What is stored, and the bytes that it points into. */
typedef struct stored_hash {
    sceau_stored_password stored;
    blob text, secret_data;
} stored_hash;

static void read_stored(const record *scenario, stored_hash *hash) {
    sceau_stored_password *stored = &hash->stored;
    memset(stored, 0, sizeof *stored);
    if (optional(scenario, "spring") != NULL) {
        const char *digest = text_of(scenario, "spring-digest");
        const char *secret = optional(scenario, "spring-secret");
        stored->kind = SCEAU_STORED_KIND_SPRING;
        stored->spring.digest = number_named(SCEAU_PASSWORD_DIGEST_SHA1, digest, strlen(digest));
        stored->spring.iterations = small_of(scenario, "spring-iterations", 0);
        stored->spring.salt_bytes = small_of(scenario, "spring-salt-bytes", 0);
        stored->spring.secret = (const uint8_t *)secret;
        stored->spring.secret_len = secret == NULL ? 0 : strlen(secret);
        hash->text = bytes_of(scenario, "spring");
    } else if (optional(scenario, "credential-data") != NULL) {
        stored->kind = SCEAU_STORED_KIND_KEYCLOAK;
        hash->text = bytes_of(scenario, "credential-data");
        hash->secret_data = bytes_of(scenario, "secret-data");
        stored->secret_data = (const char *)hash->secret_data.bytes;
        stored->secret_data_len = hash->secret_data.length;
    } else {
        stored->kind = SCEAU_STORED_KIND_TEXT;
        hash->text = bytes_of(scenario, "stored");
    }
    stored->text = (const char *)hash->text.bytes;
    stored->text_len = hash->text.length;
}

/* Goes on in steps of so many iterations, to the end. */
static sceau_status in_slices(sceau_password_verifier *verifier, uint32_t slice, uint32_t *outcome,
                              uint32_t *why) {
    sceau_password_progress progress;
    do {
        must(sceau_password_verifier_step(verifier, slice, &progress), "a step");
    } while (progress.left > 0);
    return sceau_password_verifier_finish(verifier, outcome, why);
}

/* Verifies in slices, and in one go if the record does not say how large they are. */
void password_verify(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password");
    sceau_accept_policy accept = accept_of(scenario);
    sceau_create_policy policy = create(scenario);
    stored_hash hash;
    pepper_keys keys;
    sceau_password_verifier verifier;
    uint32_t outcome = 0, why = 0;
    sceau_status status;
    read_stored(scenario, &hash);
    if (optional(scenario, "slice") == NULL) {
        status = sceau_password_verify_unchecked_policy(
            (const char *)password.bytes, password.length, &hash.stored, &accept, &policy,
            peppers(scenario, &keys), &outcome, &why);
    } else {
        status = sceau_password_verifier_begin_unchecked_policy(
            (const char *)password.bytes, password.length, &hash.stored, &accept, &policy,
            peppers(scenario, &keys), &verifier);
        if (status == SCEAU_OK)
            status = in_slices(&verifier, small_of(scenario, "slice", 0), &outcome, &why);
    }
    if (status != SCEAU_OK) {
        say_status(out, status, &password);
        return;
    }
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH) say(out, " %s", sceau_reason_name(why));
}

/* The same as `say_status`, of an answer to a security question. */
static void say_answer_status(answer *out, sceau_status status, const blob *typed) {
    sceau_parse_result parsed;
    must(sceau_answer_check((const char *)typed->bytes, typed->length, &parsed), "answer check");
    if (parsed.reason == status)
        say_error(out, parsed.reason, parsed.has_at, parsed.at);
    else
        say_error(out, status, 0, 0);
}

static void say_verified(answer *out, sceau_status status, const blob *typed, uint32_t outcome,
                         uint32_t why) {
    if (status != SCEAU_OK) {
        say_answer_status(out, status, typed);
        return;
    }
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH) say(out, " %s", sceau_reason_name(why));
}

void password_answer(const record *scenario, answer *out) {
    blob typed = bytes_of(scenario, "answer");
    sceau_create_policy policy = create(scenario);
    pepper_keys keys;
    const sceau_peppers *chosen = peppers(scenario, &keys);
    uint32_t outcome = 0, why = 0;
    sceau_status status;
    if (optional(scenario, "stored") != NULL || optional(scenario, "spring") != NULL) {
        sceau_accept_policy accept = accept_of(scenario);
        stored_hash hash;
        read_stored(scenario, &hash);
        status = sceau_answer_verify_unchecked_policy((const char *)typed.bytes, typed.length,
                                                      &hash.stored, &accept, &policy, chosen,
                                                      &outcome, &why);
        say_verified(out, status, &typed, outcome, why);
    } else if (optional(scenario, "salt-hex") != NULL) {
        blob salt = bytes_of(scenario, "salt");
        char stored[SCEAU_PASSWORD_HASH_MAX];
        size_t length;
        status = sceau_answer_hash_unchecked_policy((const char *)typed.bytes, typed.length,
                                                    salt.bytes, salt.length, &policy, chosen,
                                                    stored, sizeof stored, &length);
        if (status != SCEAU_OK)
            say_answer_status(out, status, &typed);
        else
            say(out, "%s", stored);
    } else {
        status = sceau_answer_verify_absent_unchecked_policy((const char *)typed.bytes,
                                                             typed.length, &policy, &outcome);
        say_verified(out, status, &typed, outcome, why);
    }
}
