/*
 * Holds every function to the contract at the top of the header: `contract [--cheap]`.
 *
 * Every pointer null, every length zero, a mebibyte and impossible, every number unknown, every
 * state damaged: the status says so, and no output is touched. With --cheap, the calls at a
 * password's full cost are left out, which take minutes under Valgrind.
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"
#include "nested.h"
#include "stored.h"
#include "verifiers.h"

#define MEBIBYTE ((size_t)1 << 20)

static int cheap;
static unsigned passed, failed;

void check(int holds, const char *function, const char *what) {
    if (holds) {
        passed++;
        return;
    }
    failed++;
    printf("contract: %s: %s\n", function, what);
}

static void *memory(size_t bytes) {
    void *out = malloc(bytes > 0 ? bytes : 1);
    if (out == NULL) {
        fputs("contract: no memory\n", stderr);
        exit(1);
    }
    return out;
}

static int goes_out(const argument *to) {
    return to->role == OUT || to->role == BUFFER || to->role == PLACE;
}

/* Whether what is written is the same in every call: in a verifier there is memory of no meaning. */
static int is_compared(const argument *to) { return to->role == OUT || to->role == BUFFER; }

static size_t room_of(const argument *to) { return to->length * to->item; }

/* Fills the place of an output before a call: with a verifier to go on with, or a pattern. */
static void fill(const argument *to, void *place, unsigned char pattern) {
    if (to->good != NULL)
        memcpy(place, to->good, room_of(to));
    else
        memset(place, pattern, room_of(to));
}

/* Copies the good arguments into memory of exactly their size: a tool sees every step beyond it. */
static actual begin(const function *f, unsigned char pattern) {
    actual a;
    memset(&a, 0, sizeof a);
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        const argument *to = &f->arguments[i];
        void *copy = memory(room_of(to));
        if (goes_out(to)) {
            fill(to, copy, pattern);
            a.out[i] = copy;
        } else {
            memcpy(copy, to->good, to->length);
            a.in[i] = copy;
        }
        a.length[i] = to->length;
    }
    memcpy(a.number, f->numbers, sizeof f->numbers);
    a.time = f->time;
    return a;
}

static void end(const function *f, actual *a, const actual *begun) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        /* `free` takes no const, in C++ nor under -Wcast-qual. */
        void *in;
        memcpy(&in, &begun->in[i], sizeof in);
        free(in);
        free(begun->out[i]);
    }
    memset(a, 0, sizeof *a);
}

/* Whether every output that the call was given still holds the pattern. */
static int untouched(const function *f, const actual *a, unsigned char pattern) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        const unsigned char *bytes = (const unsigned char *)a->out[i];
        if (bytes == NULL || f->arguments[i].good != NULL) continue;
        for (size_t j = 0; j < room_of(&f->arguments[i]); j++)
            if (bytes[j] != pattern) return 0;
    }
    return 1;
}

/* Calls, and checks that nothing was written unless the call was answered. */
static sceau_status call(const function *f, const actual *a, unsigned char pattern) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++)
        if (a->out[i] != NULL) fill(&f->arguments[i], a->out[i], pattern);
    sceau_status status = f->call(a);
    if (status != SCEAU_OK) check(untouched(f, a, pattern), f->name, "an output without SCEAU_OK");
    check(strcmp(sceau_reason_name(status), "unknown_number") != 0 ||
              status == SCEAU_STATUS_UNKNOWN_NUMBER,
          f->name, "a status without a name");
    return status;
}

static int is_costly(const function *f) {
    return strcmp(f->name, "sceau_password_hash") == 0 ||
           strcmp(f->name, "sceau_password_verify") == 0 ||
           strcmp(f->name, "sceau_password_verify_absent") == 0;
}

/* The good call is answered, and writes every output: what is there before makes no difference. */
static void answers(const function *f) {
    actual a = begin(f, 0xa5), b = begin(f, 0x5a);
    const actual a_begun = a, b_begun = b;
    check(call(f, &a, 0xa5) == SCEAU_OK, f->name, "the good call is not answered");
    check(call(f, &b, 0x5a) == SCEAU_OK, f->name, "the good call is not answered again");
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        const unsigned char *first = (const unsigned char *)a.out[i];
        const unsigned char *second = (const unsigned char *)b.out[i];
        int written = first == NULL || !is_compared(&f->arguments[i]);
        for (size_t j = 0; !written && j < room_of(&f->arguments[i]); j++)
            written |= first[j] == second[j];
        check(written, f->name, "an output is not written");
    }
    end(f, &a, &a_begun);
    end(f, &b, &b_begun);
}

static void null_pointers(const function *f) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        argument_role kind = f->arguments[i].role;
        actual a = begin(f, 0xa5);
        const actual begun = a;
        a.in[i] = NULL;
        a.out[i] = NULL;
        if (kind != OPTIONAL && kind != MAY_LACK)
            check(call(f, &a, 0xa5) == SCEAU_STATUS_NULL_POINTER, f->name, "a null pointer");
        else
            check(call(f, &a, 0xa5) == SCEAU_OK, f->name, "a null pointer that may be");
        a.length[i] = 0;
        if (kind == BYTES)
            check(call(f, &a, 0xa5) != SCEAU_STATUS_NULL_POINTER, f->name, "null of length zero");
        if (kind == BUFFER) (void)call(f, &a, 0xa5);
        end(f, &a, &begun);
    }
}

static void lengths(const function *f, char *mebibyte) {
    static const char fills[] = {'A', '1', ' ', '-', '\0', '\xff', '\xc3'};
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        actual a = begin(f, 0xa5);
        const actual begun = a;
        if (f->arguments[i].role == BYTES) {
            a.length[i] = 0;
            (void)call(f, &a, 0xa5);
            a.length[i] = SIZE_MAX;
            check(call(f, &a, 0xa5) == SCEAU_STATUS_LENGTH, f->name, "an impossible length");
            a.length[i] = SIZE_MAX / 2 + 1;
            check(call(f, &a, 0xa5) == SCEAU_STATUS_LENGTH, f->name, "a negative length");
            a.in[i] = mebibyte;
            for (size_t j = 0; j < sizeof fills; j++) {
                memset(mebibyte, fills[j], MEBIBYTE);
                a.length[i] = MEBIBYTE;
                (void)call(f, &a, 0xa5);
                a.length[i] = 1;
                if (!is_costly(f)) (void)call(f, &a, 0xa5);
                a.length[i] = f->arguments[i].length;
                if (!is_costly(f)) (void)call(f, &a, 0xa5);
            }
        }
        end(f, &a, &begun);
    }
}

/* Every room too small is refused; the least that suffices is enough. */
static void rooms(const function *f) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        if (f->arguments[i].role != BUFFER || is_costly(f)) continue;
        actual a = begin(f, 0xa5);
        const actual begun = a;
        check(call(f, &a, 0xa5) == SCEAU_OK, f->name, "the good call is not answered");
        size_t length;
        memcpy(&length, a.out[i + 1], sizeof length);
        size_t needed = f->arguments[i].item == 1 ? length + 1 : length;
        if (f->arguments[i].item == 1)
            check(memchr(a.out[i], '\0', needed) == (char *)a.out[i] + length, f->name, "no NUL");
        end(f, &a, &begun);
        for (size_t room = 0; room <= needed; room++) {
            actual b = begin(f, 0xa5);
            const actual b_begun = b;
            free(b.out[i]);
            b.out[i] = memory(room * f->arguments[i].item);
            b.length[i] = room;
            sceau_status status = f->call(&b);
            check(status == (room < needed ? SCEAU_STATUS_BUFFER_TOO_SMALL : SCEAU_OK), f->name,
                  "a room too small");
            free(b.out[i]);
            actual rest = b_begun;
            rest.out[i] = NULL;
            b.out[i] = NULL;
            if (status != SCEAU_OK)
                check(untouched(f, &rest, 0xa5), f->name, "an output without room");
            end(f, &b, &rest);
        }
    }
}

static void unknown_numbers(const function *f) {
    static const uint32_t unknown[] = {2048, 2199, 32768, 65535, 2999, 9999, 0x80000000u, UINT32_MAX};
    for (size_t i = 0; i < NUMBERS_MAX && f->numbers[i] != 0; i++) {
        for (size_t j = 0; j < sizeof unknown / sizeof *unknown; j++) {
            actual a = begin(f, 0xa5);
            const actual begun = a;
            a.number[i] = unknown[j];
            check(call(f, &a, 0xa5) == SCEAU_STATUS_UNKNOWN_NUMBER, f->name, "an unknown number");
            end(f, &a, &begun);
        }
    }
}

static void times(const function *f) {
    static const uint64_t moments[] = {0, 1, 255, 256, UINT64_MAX - 1, UINT64_MAX};
    for (size_t i = 0; f->time != 0 && i < sizeof moments / sizeof *moments; i++) {
        actual a = begin(f, 0xa5);
        const actual begun = a;
        a.time = moments[i];
        (void)call(f, &a, 0xa5);
        end(f, &a, &begun);
    }
}

/* Flips every bit of every struct without pointers; a state is then no state. */
static void flipped_bits(const function *f) {
    for (size_t i = 0; i < ARGUMENTS_MAX && f->arguments[i].role != NONE; i++) {
        const argument *to = &f->arguments[i];
        int is_state = to->role == STATE || (to->role == OPTIONAL && to->length > 8);
        if (!is_state && to->role != PLAIN && to->role != OPTIONAL) continue;
        for (size_t bit = 0; bit < 8 * to->length; bit++) {
            actual a = begin(f, 0xa5);
            const actual begun = a;
            unsigned char *flipped = (unsigned char *)memory(to->length);
            memcpy(flipped, to->good, to->length);
            flipped[bit / 8] = (unsigned char)(flipped[bit / 8] ^ 1u << bit % 8);
            a.in[i] = flipped;
            sceau_status status = call(f, &a, 0xa5);
            if (is_state) {
                check(status >= 200 && status <= 299, f->name, "a damaged state");
                check((bit / 8 == 0) == (status == SCEAU_STATUS_STATE_VERSION), f->name,
                      "another version");
                check((bit / 8 == 1) == (status == SCEAU_STATUS_STATE_KIND), f->name,
                      "another machine");
            }
            end(f, &a, &begun);
            free(flipped);
        }
    }
}

/* Every length of a stored state but its own is refused. */
static void stored_lengths(void) {
    static const uint8_t stored[256] = {1, 1};
    for (size_t length = 0; length <= sizeof stored; length++) {
        sceau_challenge challenge;
        sceau_throttle throttle;
        sceau_recovery_codes codes;
        sceau_device device;
        sceau_status status = sceau_challenge_parse(stored, length, &challenge);
        check(status == (length == SCEAU_CHALLENGE_BYTES ? SCEAU_OK : SCEAU_STATUS_STATE_LENGTH),
              "sceau_challenge_parse", "a length");
        status = sceau_throttle_parse(stored, length, &throttle);
        check(status == (length == SCEAU_THROTTLE_BYTES ? SCEAU_OK : SCEAU_STATUS_STATE_LENGTH),
              "sceau_throttle_parse", "a length");
        status = sceau_recovery_codes_parse(stored, length, &codes);
        check(status == (length == SCEAU_RECOVERY_BYTES ? SCEAU_OK : SCEAU_STATUS_STATE_LENGTH),
              "sceau_recovery_codes_parse", "a length");
        status = sceau_device_parse(stored, length, &device);
        check(status == (length == SCEAU_DEVICE_BYTES ? SCEAU_OK : SCEAU_STATUS_STATE_LENGTH),
              "sceau_device_parse", "a length");
    }
}

/* A next state may be written over the state that it came from. */
static void states_in_place(const function *f, size_t state, size_t next) {
    actual a = begin(f, 0xa5), b = begin(f, 0xa5);
    const actual a_begun = a, b_begun = b;
    size_t length = f->arguments[next].length;
    memcpy(b.out[next], b.in[state], length);
    b.in[state] = b.out[next];
    check(f->call(&a) == SCEAU_OK && f->call(&b) == SCEAU_OK, f->name, "in place");
    check(memcmp(a.out[next], b.out[next], length) == 0, f->name, "another state in place");
    end(f, &a, &a_begun);
    end(f, &b, &b_begun);
}

typedef struct number {
    uint32_t value;
    const char *name;
} number;

/* Every number of the header; test.sh reads them out of it. */
static const number numbers[] = {
#define NUMBER(constant) {constant, #constant},
#include "numbers.inc"
#undef NUMBER
};

static const char *constant_of(uint32_t value) {
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].value == value) return numbers[i].name;
    return NULL;
}

/* Every number has one constant and one wire name, and every error and outcome two sentences. */
static void names_and_sentences(void) {
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        check(strcmp(constant_of(numbers[i].value), numbers[i].name) == 0, numbers[i].name,
              "a number with two constants");
    for (uint32_t value = 0; value < 10000; value++) {
        const char *name = sceau_reason_name(value), *constant = constant_of(value);
        char french[SCEAU_MESSAGE_MAX], english[SCEAU_MESSAGE_MAX];
        size_t length = 12345;
        int known = value == SCEAU_STATUS_UNKNOWN_NUMBER || strcmp(name, "unknown_number") != 0;
        check(known == (constant != NULL), name, "a name or a constant alone");
        french[0] = 'x';
        sceau_status status = sceau_reason_message(value, SCEAU_LANGUAGE_FRENCH, 3, french,
                                                   sizeof french, &length);
        check(status == SCEAU_OK || (status == SCEAU_STATUS_UNKNOWN_NUMBER && french[0] == 'x' &&
                                     length == 12345),
              name, "no sentence");
        int said = value < 1900 || value / 100 == 22 || value / 100 == 27 || value / 100 == 50;
        check((status == SCEAU_OK) == (constant != NULL && said), name,
              "a sentence too many or too few");
        if (status != SCEAU_OK) continue;
        check(length == strlen(french) && length > 10 && french[length - 1] == '.', name, "French");
        check(sceau_reason_message(value, SCEAU_LANGUAGE_ENGLISH, 3, english, sizeof english,
                                   &length) == SCEAU_OK,
              name, "English");
        check(length == strlen(english) && english[length - 1] == '.', name, "English");
        check(strcmp(french, english) != 0 && strchr(french, '{') == NULL, name, "a sentence");
    }
}

/* The sentences that say until when: in UTC, or in the caller's words; no other takes words. */
static void moments(void) {
    const char words[] = "9 h 05";
    char text[SCEAU_MESSAGE_MAX];
    size_t length;
    for (uint32_t value = 0; value < 10000; value++) {
        int waits = value == SCEAU_ISSUE_OUTCOME_TOO_SOON ||
                    value == SCEAU_ISSUE_OUTCOME_TOO_MANY ||
                    value == SCEAU_THROTTLE_OUTCOME_DELAYED ||
                    value == SCEAU_THROTTLE_OUTCOME_SUSPENDED;
        sceau_status status =
            sceau_reason_message_until(value, SCEAU_LANGUAGE_FRENCH, words, sizeof words - 1, text,
                                       sizeof text, &length);
        check(status == (waits ? SCEAU_OK : SCEAU_STATUS_UNKNOWN_NUMBER), "moment", "a number");
        if (!waits) continue;
        check(strstr(text, "\xc2\xa0: 9 h 05.") != NULL, "moment", "the caller's words");
        check(sceau_reason_message(value, SCEAU_LANGUAGE_ENGLISH, 1795442700, text, sizeof text,
                                   &length) == SCEAU_OK &&
                  strstr(text, " after 2026-11-23 14:05:00 UTC.") != NULL,
              "moment", "UTC");
    }
}

/* What is said of a posted code: other words for the outcomes of a code, the same for all others. */
static void posted(void) {
    char said[SCEAU_MESSAGE_MAX], text[SCEAU_MESSAGE_MAX];
    size_t length;
    for (uint32_t value = 0; value < 10000; value++) {
        int of_code = value / 100 == SCEAU_ISSUE_OUTCOME_ISSUED / 100 ||
                      value / 100 == SCEAU_CHALLENGE_OUTCOME_ACCEPTED / 100 ||
                      value / 100 == SCEAU_DELIVER_OUTCOME_LIVE / 100;
        sceau_status status = sceau_reason_message(value, SCEAU_LANGUAGE_ENGLISH, 3, said,
                                                   sizeof said, &length);
        check(sceau_post_message(value, SCEAU_LANGUAGE_ENGLISH, 3, text, sizeof text, &length) ==
                  status,
              "posted", "a number");
        if (status != SCEAU_OK) continue;
        check((strstr(text, "identification secret") != NULL) == of_code, "posted", "the words");
        check((strcmp(text, said) != 0) == of_code, "posted", "the other sentence");
        int waits = value == SCEAU_ISSUE_OUTCOME_TOO_SOON || value == SCEAU_ISSUE_OUTCOME_TOO_MANY;
        status = sceau_post_message_until(value, SCEAU_LANGUAGE_FRENCH, "9 h 05", 6, text,
                                          sizeof text, &length);
        check(status == (waits ? SCEAU_OK : SCEAU_STATUS_UNKNOWN_NUMBER), "posted", "until");
        if (waits)
            check(strstr(text, "identification") != NULL && strstr(text, ": 9 h 05.") != NULL,
                  "posted", "the caller's words");
    }
    check(sceau_post_message(SCEAU_CHALLENGE_OUTCOME_WRONG, SCEAU_LANGUAGE_FRENCH, 4, text,
                             sizeof text, &length) == SCEAU_OK &&
              strcmp(text, "Secret d'identification incorrect. Essais restants\xc2\xa0: 4.") == 0,
          "posted", "the attempts left");
}

static void sizes(void) {
    const struct {
        size_t function, constant, size;
    } all[] = {
        {sceau_challenge_bytes(), SCEAU_CHALLENGE_BYTES, sizeof(sceau_challenge)},
        {sceau_throttle_bytes(), SCEAU_THROTTLE_BYTES, sizeof(sceau_throttle)},
        {sceau_recovery_bytes(), SCEAU_RECOVERY_BYTES, sizeof(sceau_recovery_codes)},
        {sceau_device_bytes(), SCEAU_DEVICE_BYTES, sizeof(sceau_device)},
        {sceau_device_token_max(), SCEAU_DEVICE_TOKEN_MAX, sizeof(sceau_device_token)},
        {sceau_password_hash_max(), SCEAU_PASSWORD_HASH_MAX, SCEAU_PASSWORD_HASH_MAX},
        {sceau_password_verifier_bytes(), SCEAU_PASSWORD_VERIFIER_BYTES,
         sizeof(sceau_password_verifier)},
        {sceau_password_reasons_max(), SCEAU_PASSWORD_REASONS_MAX, SCEAU_PASSWORD_REASONS_MAX},
        {sceau_otp_base32_max(), SCEAU_OTP_BASE32_MAX, SCEAU_OTP_BASE32_MAX},
        {sceau_otp_uri_max(), SCEAU_OTP_URI_MAX, SCEAU_OTP_URI_MAX},
        {sceau_identifier_max(), SCEAU_IDENTIFIER_MAX, SCEAU_IDENTIFIER_MAX},
        {sceau_identifier_masked_max(), SCEAU_IDENTIFIER_MASKED_MAX, SCEAU_IDENTIFIER_MASKED_MAX},
        {sceau_name_key_max(), SCEAU_NAME_KEY_MAX, SCEAU_NAME_KEY_MAX},
        {sceau_name_versioned_key_max(), SCEAU_NAME_VERSIONED_KEY_MAX,
         SCEAU_NAME_VERSIONED_KEY_MAX},
        {sceau_message_max(), SCEAU_MESSAGE_MAX, SCEAU_MESSAGE_MAX},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(all[i].function == all[i].constant && all[i].size == all[i].constant, "sizes",
              "a size");
    check(sceau_version() == SCEAU_VERSION_NUMBER, "sceau_version", "not the header's");
    check(sizeof(sceau_status) == 4, "sceau_status", "not 32 bits wide");
}

/* Runs every good call over and over: whatever another thread does makes no difference. */
static void *one_thread(void *wrong) {
    for (unsigned round = 0; round < (cheap ? 2u : 20u); round++) {
        for (size_t i = 0; i < function_count; i++) {
            const function *f = &functions[i];
            if (is_costly(f)) continue;
            actual a = begin(f, 0), b = begin(f, 0);
            const actual a_begun = a, b_begun = b;
            unsigned *count = (unsigned *)wrong;
            *count += f->call(&a) != SCEAU_OK || f->call(&b) != SCEAU_OK;
            for (size_t j = 0; j < ARGUMENTS_MAX && f->arguments[j].role != NONE; j++)
                if (a.out[j] != NULL && is_compared(&f->arguments[j]))
                    *count += memcmp(a.out[j], b.out[j], room_of(&f->arguments[j])) != 0;
            end(f, &a, &a_begun);
            end(f, &b, &b_begun);
        }
    }
    return NULL;
}

static void two_threads(void) {
    pthread_t threads[2];
    unsigned wrong[2] = {0, 0};
    for (size_t i = 0; i < 2; i++)
        check(pthread_create(&threads[i], NULL, one_thread, &wrong[i]) == 0, "threads", "create");
    for (size_t i = 0; i < 2; i++)
        check(pthread_join(threads[i], NULL) == 0 && wrong[i] == 0, "threads", "another answer");
}

/* Every function of the header that returns a status is one of those called here. */
static void every_function(void) {
    static const char *const declared[] = {
#define FUNCTION(function) #function,
#include "functions.inc"
#undef FUNCTION
    };
    for (size_t i = 0; i < sizeof declared / sizeof *declared; i++) {
        int called = 0;
        for (size_t j = 0; j < function_count; j++)
            called |= strcmp(declared[i], functions[j].name) == 0;
        check(called, declared[i], "not called: add it to calls.c");
    }
    check(sizeof declared / sizeof *declared == function_count, "calls.c", "not as many functions");
}

int main(int count, char **arguments) {
    char *mebibyte = (char *)memory(MEBIBYTE);
    cheap = count > 1 && strcmp(arguments[1], "--cheap") == 0;
    prepare_calls();
    for (size_t i = 0; i < function_count; i++) {
        const function *f = &functions[i];
        if (!cheap || !is_costly(f)) answers(f);
        null_pointers(f);
        lengths(f, mebibyte);
        rooms(f);
        unknown_numbers(f);
        times(f);
        flipped_bits(f);
        if (strcmp(f->name, "sceau_challenge_verify") == 0) states_in_place(f, 0, 4);
        if (strcmp(f->name, "sceau_challenge_issue") == 0) states_in_place(f, 0, 5);
        if (strcmp(f->name, "sceau_device_verify") == 0) states_in_place(f, 0, 4);
        if (strcmp(f->name, "sceau_device_revoke") == 0) states_in_place(f, 0, 3);
        if (strcmp(f->name, "sceau_throttle_begin") == 0) states_in_place(f, 0, 4);
        if (strcmp(f->name, "sceau_throttle_succeed") == 0) states_in_place(f, 0, 3);
        if (strcmp(f->name, "sceau_recovery_codes_generate") == 0) states_in_place(f, 0, 4);
        if (strcmp(f->name, "sceau_recovery_codes_verify") == 0) states_in_place(f, 0, 4);
    }
    every_function();
    stored_lengths();
    structs_with_pointers();
    stored_passwords();
    verifiers();
    policies();
    names_and_sentences();
    moments();
    posted();
    sizes();
    two_threads();
    free(mebibyte);
    printf("contract: %u checks held, %u did not\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
