/* otp/: a port of tests/families/codes.rs. */

#include <inttypes.h>
#include <stdlib.h>
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
                       small_of(scenario, "look-ahead", 0), small_of(scenario, "resync", 100)};
    return hotp;
}

static sceau_totp totp_of(const record *scenario) {
    sceau_totp totp = {algorithm(scenario),
                       small_of(scenario, "digits", 6),
                       small_of(scenario, "period", 30),
                       small_of(scenario, "past", 1),
                       small_of(scenario, "future", 1),
                       small_of(scenario, "past-s", 0),
                       small_of(scenario, "future-s", 0),
                       small_of(scenario, "drift-bound", 0)};
    return totp;
}

static int unchecked(const record *scenario) { return optional(scenario, "unchecked") != NULL; }

static sceau_status prepare_hotp(const record *scenario, sceau_prepared_hotp *prepared) {
    sceau_hotp parameters = hotp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    return (unchecked(scenario) ? sceau_hotp_prepare_unchecked_policy : sceau_hotp_prepare)(
        &parameters, secret.bytes, secret.length, prepared);
}

static sceau_status prepare_totp(const record *scenario, sceau_prepared_totp *prepared) {
    sceau_totp parameters = totp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    return (unchecked(scenario) ? sceau_totp_prepare_unchecked_policy : sceau_totp_prepare)(
        &parameters, secret.bytes, secret.length, prepared);
}

void hotp(const record *scenario, answer *out) {
    sceau_hotp parameters = hotp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    sceau_code code;
    uint64_t counter = number_of(scenario, "counter", 0);
    sceau_status status = (unchecked(scenario) ? sceau_hotp_code_unchecked_policy : sceau_hotp_code)(
        &parameters, secret.bytes, secret.length, counter, &code);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    sceau_prepared_hotp prepared;
    sceau_code again;
    must(prepare_hotp(scenario, &prepared), "prepare");
    must(sceau_prepared_hotp_code(&prepared, counter, &again), "code");
    say(out, "%s", strcmp(code.compact, again.compact) == 0 ? code.compact : "another, prepared");
}

static void hotp_said(answer *out, uint32_t outcome, uint64_t counter, uint64_t next) {
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_HOTP_OUTCOME_ACCEPTED)
        say(out, " %" PRIu64, next);
    else if (next != counter)
        say(out, " and not to be stored");
}

void hotp_verify(const record *scenario, answer *out) {
    sceau_hotp parameters = hotp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    const char *typed = text_of(scenario, "code");
    uint64_t counter = number_of(scenario, "counter", 0), next = 0;
    uint32_t outcome = 0;
    sceau_status status =
        (unchecked(scenario) ? sceau_hotp_verify_unchecked_policy : sceau_hotp_verify)(
            &parameters, secret.bytes, secret.length, typed, strlen(typed), counter, &outcome,
            &next);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    sceau_prepared_hotp prepared;
    uint64_t next_again = 0;
    uint32_t again = 0;
    must(prepare_hotp(scenario, &prepared), "prepare");
    must(sceau_prepared_hotp_verify(&prepared, typed, strlen(typed), counter, &again, &next_again),
         "verify");
    if (again != outcome || next_again != next) say(out, "another, prepared: ");
    hotp_said(out, outcome, counter, next);
}

void hotp_resync(const record *scenario, answer *out) {
    const char *first = text_of(scenario, "first"), *second = text_of(scenario, "second");
    uint64_t counter = number_of(scenario, "counter", 0), next = 0;
    uint32_t outcome = 0;
    sceau_prepared_hotp prepared;
    sceau_status status = prepare_hotp(scenario, &prepared);
    if (status == SCEAU_OK)
        status = sceau_prepared_hotp_resynchronize(&prepared, first, strlen(first), second,
                                                   strlen(second), counter, &outcome, &next);
    if (status != SCEAU_OK)
        say_error(out, status, 0, 0);
    else
        hotp_said(out, outcome, counter, next);
}

void totp(const record *scenario, answer *out) {
    sceau_totp parameters = totp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    sceau_code code;
    uint64_t now = number_of(scenario, "now", 0);
    sceau_status status = (unchecked(scenario) ? sceau_totp_code_unchecked_policy : sceau_totp_code)(
        &parameters, secret.bytes, secret.length, now, &code);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    sceau_prepared_totp prepared;
    sceau_code again;
    must(prepare_totp(scenario, &prepared), "prepare");
    must(sceau_prepared_totp_code(&prepared, now, &again), "code");
    say(out, "%s", strcmp(code.compact, again.compact) == 0 ? code.compact : "another, prepared");
}

void totp_clock(const record *scenario, answer *out) {
    sceau_totp parameters = totp_of(scenario);
    uint64_t step = 0, remaining = 0, until = 0;
    sceau_status status =
        sceau_totp_step(&parameters, number_of(scenario, "now", 0), &step, &remaining);
    if (status == SCEAU_OK) status = sceau_totp_accepted_until(&parameters, step, &until);
    if (status != SCEAU_OK)
        say_error(out, status, 0, 0);
    else
        say(out, "step %" PRIu64 " remaining %" PRIu64 " until %" PRIu64, step, remaining, until);
}

static void totp_said(answer *out, uint32_t outcome, uint64_t last, uint64_t step) {
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_TOTP_OUTCOME_ACCEPTED)
        say(out, " %" PRIu64, step);
    else if (step != last)
        say(out, " and not to be stored");
}

void totp_verify(const record *scenario, answer *out) {
    sceau_totp parameters = totp_of(scenario);
    blob secret = hex_of(scenario, "secret");
    const char *typed = text_of(scenario, "code");
    uint64_t last = number_of(scenario, "last", 0), step = 0, now = number_of(scenario, "now", 0);
    const uint64_t *before = optional(scenario, "last") == NULL ? NULL : &last;
    uint32_t outcome = 0, again = 0;
    sceau_prepared_totp prepared;
    sceau_status status = prepare_totp(scenario, &prepared);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    const char *drift = optional(scenario, "drift");
    int32_t learned = 99;
    uint64_t learned_step = 0;
    must(sceau_prepared_totp_verify_drifting(&prepared, typed, strlen(typed), now, before,
                                             drift == NULL ? 0 : (int32_t)strtol(drift, NULL, 10),
                                             &outcome, &learned_step, &learned),
         "verify");
    totp_said(out, outcome, last, learned_step);
    if (optional(scenario, "drift-bound") != NULL) {
        say(out, " drift %" PRId32, learned);
        return;
    }
    must((unchecked(scenario) ? sceau_totp_verify_unchecked_policy : sceau_totp_verify)(
             &parameters, secret.bytes, secret.length, typed, strlen(typed), now, before, &again,
             &step),
         "verify");
    if (again != outcome || step != learned_step || learned != 0) say(out, ", prepared");
}
