/* otp/: a port of tests/families/codes.rs. */

#include <inttypes.h>
#include <string.h>

#include <sceau.h>

#include "families.h"

static uint32_t algorithm(const record *scenario) {
    const char *name = optional(scenario, "algorithm");
    if (name == NULL) return SCEAU_OTP_ALGORITHM_SHA1;
    return number_named(SCEAU_OTP_ALGORITHM_SHA1, name, strlen(name));
}

static sceau_hotp hotp_of(const record *scenario) {
    sceau_hotp hotp = {algorithm(scenario), small_of(scenario, "digits", 6),
                       small_of(scenario, "look-ahead", 0)};
    return hotp;
}

static sceau_totp totp_of(const record *scenario) {
    sceau_totp totp = {algorithm(scenario), small_of(scenario, "digits", 6),
                       small_of(scenario, "period", 30), small_of(scenario, "past", 1),
                       small_of(scenario, "future", 1)};
    return totp;
}

void hotp(const record *scenario, answer *out) {
    sceau_hotp parameters = hotp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    sceau_code code;
    sceau_status status = sceau_hotp_code(&parameters, secret.bytes, secret.length,
                                          number_of(scenario, "counter", 0), &code);
    if (status != SCEAU_OK)
        say_error(out, status, 0, 0);
    else
        say(out, "%s", code.compact);
}

void hotp_verify(const record *scenario, answer *out) {
    sceau_hotp parameters = hotp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    const char *typed = text_of(scenario, "code");
    uint64_t counter = number_of(scenario, "counter", 0), next = 0;
    uint32_t outcome = 0;
    sceau_status status = sceau_hotp_verify(&parameters, secret.bytes, secret.length, typed,
                                            strlen(typed), counter, &outcome, &next);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_HOTP_OUTCOME_ACCEPTED)
        say(out, " %" PRIu64, next);
    else if (next != counter)
        say(out, " and not to be stored");
}

void totp(const record *scenario, answer *out) {
    sceau_totp parameters = totp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    sceau_code code;
    sceau_status status = sceau_totp_code(&parameters, secret.bytes, secret.length,
                                          number_of(scenario, "now", 0), &code);
    if (status != SCEAU_OK)
        say_error(out, status, 0, 0);
    else
        say(out, "%s", code.compact);
}

void totp_verify(const record *scenario, answer *out) {
    sceau_totp parameters = totp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    const char *typed = text_of(scenario, "code");
    uint64_t last = number_of(scenario, "last", 0), step = 0;
    uint32_t outcome = 0;
    sceau_status status = sceau_totp_verify(
        &parameters, secret.bytes, secret.length, typed, strlen(typed),
        number_of(scenario, "now", 0), optional(scenario, "last") == NULL ? NULL : &last, &outcome,
        &step);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_TOTP_OUTCOME_ACCEPTED)
        say(out, " %" PRIu64, step);
    else if (step != last)
        say(out, " and not to be stored");
}
