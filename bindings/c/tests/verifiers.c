/* Passwords verified in steps: empty verifiers, ended ones, wiped ones. */

#include "verifiers.h"

#include <string.h>

#include <sceau.h>

#include "nested.h"

#define TYPED "Erable", 6

static const sceau_create_policy cheap = {SCEAU_PASSWORD_ALGORITHM_SHA256, 1000};
/* Of "Erable", with 1,000 iterations. */
static char stored_text[SCEAU_PASSWORD_HASH_MAX];
static sceau_stored_password stored;
static sceau_accept_policy accept;

static void expect(sceau_status found, sceau_status expected, const char *what) {
    check(found == expected, sceau_reason_name(found), what);
}

static void begin(sceau_password_verifier *verifier) {
    expect(sceau_password_verifier_begin_unchecked_policy(TYPED, &stored, &accept, &cheap, NULL,
                                                          verifier),
           SCEAU_OK, "begins");
}

static uint64_t step(sceau_password_verifier *verifier, uint32_t iterations) {
    sceau_password_progress progress = {0, 0, 0}, again = {0, 0, 0};
    expect(sceau_password_verifier_step(verifier, iterations, &progress), SCEAU_OK, "steps");
    expect(sceau_password_verifier_progress(verifier, &again), SCEAU_OK, "says how far it is");
    check(progress.done == again.done && progress.left == again.left && progress.total == 1000 &&
              progress.done + progress.left == progress.total,
          "sceau_password_verifier_step", "the progress");
    return progress.left;
}

static int is_zero(const sceau_password_verifier *verifier) {
    static const sceau_password_verifier zeros = {{0}};
    return memcmp(verifier, &zeros, sizeof zeros) == 0;
}

/* Neither goes on nor answers, and writes nothing. */
static void is_empty(sceau_password_verifier *verifier, const char *what) {
    sceau_password_progress progress = {7, 7, 7};
    uint32_t outcome = 7, why = 7;
    expect(sceau_password_verifier_step(verifier, 1, &progress), SCEAU_STATUS_VERIFIER_EMPTY, what);
    expect(sceau_password_verifier_progress(verifier, &progress), SCEAU_STATUS_VERIFIER_EMPTY, what);
    expect(sceau_password_verifier_finish(verifier, &outcome, &why), SCEAU_STATUS_VERIFIER_EMPTY,
           what);
    check(progress.done == 7 && progress.left == 7 && outcome == 7 && why == 7, what, "is written");
    check(is_zero(verifier), what, "is not zeros");
}

static void finishes(sceau_password_verifier *verifier, const char *what) {
    uint32_t outcome = 7, why = 7;
    expect(sceau_password_verifier_finish(verifier, &outcome, &why), SCEAU_OK, what);
    check(outcome == SCEAU_PASSWORD_OUTCOME_MATCH && why == 0, what, "another outcome");
    is_empty(verifier, "a verifier that is finished");
}

static void in_steps(uint32_t iterations) {
    sceau_password_verifier verifier;
    uint32_t outcome = 7, why = 7;
    begin(&verifier);
    expect(sceau_password_verifier_finish(&verifier, &outcome, &why),
           SCEAU_STATUS_PASSWORD_UNFINISHED, "before its end");
    check(outcome == 7 && why == 7, "before its end", "is written");
    for (unsigned steps = 0; step(&verifier, iterations) > 0; steps++)
        check(steps < 1000, "sceau_password_verifier_step", "does not end");
    finishes(&verifier, "a verifier at its end");
}

static void moved(void) {
    sceau_password_verifier here, there;
    begin(&here);
    step(&here, 500);
    memcpy(&there, &here, sizeof here);
    memset(&here, 0, sizeof here);
    check(step(&there, 500) == 0, "a verifier that was moved", "goes on");
    finishes(&there, "a verifier that was moved");
}

static void wiped(void) {
    sceau_password_verifier verifier;
    memset(&verifier, 0, sizeof verifier);
    is_empty(&verifier, "a verifier of zeros");
    expect(sceau_password_verifier_wipe(&verifier), SCEAU_OK, "wipes zeros");
    is_empty(&verifier, "a verifier of zeros, wiped");
    begin(&verifier);
    step(&verifier, 500);
    check(verifier.words[0] != 0, "a verifier under way", "is zeros");
    expect(sceau_password_verifier_wipe(&verifier), SCEAU_OK, "wipes");
    is_empty(&verifier, "a verifier that is wiped");
    begin(&verifier);
    step(&verifier, 500);
    begin(&verifier);
    check(step(&verifier, 999) == 1, "a verifier that was begun again", "begins anew");
    expect(sceau_password_verifier_wipe(&verifier), SCEAU_OK, "wipes");
}

/* A refusal leaves the verifier that is there as it is. */
static void refused(void) {
    sceau_password_verifier verifier;
    begin(&verifier);
    step(&verifier, 500);
    expect(sceau_password_verifier_begin_absent(NULL, 0, &cheap, &verifier),
           SCEAU_STATUS_PASSWORD_ITERATIONS, "too few iterations");
    check(step(&verifier, 500) == 0, "a verifier that was not begun again", "goes on");
    finishes(&verifier, "a verifier that was not begun again");
}

static void absent(void) {
    sceau_password_verifier verifier;
    uint32_t outcome = 7, why = 7;
    expect(sceau_password_verifier_begin_absent_unchecked_policy(TYPED, &cheap, &verifier), SCEAU_OK,
           "begins");
    check(step(&verifier, 999) == 1 && step(&verifier, 999) == 0, "absent", "another cost");
    expect(sceau_password_verifier_finish(&verifier, &outcome, &why), SCEAU_OK, "absent");
    check(outcome == SCEAU_PASSWORD_OUTCOME_MISMATCH && why == 0, "absent", "another outcome");
}

void verifiers(void) {
    static const uint8_t salt[16] = {1};
    sceau_create_policy other;
    size_t length;
    expect(sceau_password_policies_default(&accept, &other), SCEAU_OK, "the default policies");
    accept.sha256.min = 1000;
    expect(sceau_password_hash_unchecked_policy(TYPED, salt, sizeof salt, &cheap, NULL, stored_text,
                                                sizeof stored_text, &length),
           SCEAU_OK, "hashes");
    stored.kind = SCEAU_STORED_KIND_TEXT;
    stored.text = stored_text;
    stored.text_len = length;
    in_steps(1);
    in_steps(333);
    in_steps(UINT32_MAX);
    moved();
    wiped();
    refused();
    absent();
}
