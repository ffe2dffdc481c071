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
    sceau_parse_result parsed;
    uint32_t reasons[SCEAU_PASSWORD_REASONS_MAX];
    size_t count;
    must(sceau_password_check(SCEAU_PASSWORD_POLICY_SAG2024, (const char *)password->bytes,
                              password->length, NULL, 0, &parsed, reasons,
                              SCEAU_PASSWORD_REASONS_MAX, &count),
         "password check");
    if (parsed.reason == status)
        say_error(out, parsed.reason, parsed.has_at, parsed.at);
    else
        say_error(out, status, 0, 0);
}

void password_hash(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password"), salt = bytes_of(scenario, "salt");
    sceau_create_policy policy = create(scenario);
    char stored[SCEAU_PASSWORD_HASH_MAX];
    size_t length;
    sceau_status status = sceau_password_hash_unchecked_policy(
        (const char *)password.bytes, password.length, salt.bytes, salt.length, &policy, stored,
        sizeof stored, &length);
    if (status != SCEAU_OK)
        say_status(out, status, &password);
    else
        say(out, "%s", stored);
}

void password_verify(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password"), stored = bytes_of(scenario, "stored");
    sceau_accept_policy accept = {small_of(scenario, "min-iterations", 1000),
                                  small_of(scenario, "max-iterations", 1000000),
                                  small_of(scenario, "min-salt-bytes", 8)};
    sceau_create_policy policy = create(scenario);
    uint32_t outcome = 0, why = 0;
    sceau_status status = sceau_password_verify_unchecked_policy(
        (const char *)password.bytes, password.length, (const char *)stored.bytes, stored.length,
        &accept, &policy, &outcome, &why);
    if (status != SCEAU_OK) {
        say_status(out, status, &password);
        return;
    }
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH) say(out, " %s", sceau_reason_name(why));
}

void password_policy(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password");
    const char *user = optional(scenario, "user-name");
    sceau_parse_result parsed;
    uint32_t reasons[SCEAU_PASSWORD_REASONS_MAX];
    size_t count = 0;
    must(sceau_password_check(SCEAU_PASSWORD_POLICY_SAG2024, (const char *)password.bytes,
                              password.length, user, user == NULL ? 0 : strlen(user), &parsed,
                              reasons, SCEAU_PASSWORD_REASONS_MAX, &count),
         "password check");
    if (parsed.reason != SCEAU_OK)
        say_error(out, parsed.reason, parsed.has_at, parsed.at);
    else if (count == 0)
        say(out, "none");
    for (size_t i = 0; i < count; i++)
        say(out, "%s%s", i > 0 ? " " : "", sceau_reason_name(reasons[i]));
}
