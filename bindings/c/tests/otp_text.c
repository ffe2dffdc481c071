/* otp/base32.txt, otp/uri.txt, otp/uri_write.txt: a port of tests/families/otp_text.rs. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sceau.h>

#include "families.h"

static uint32_t reading(const record *scenario) {
    const char *name = optional(scenario, "reading");
    return name != NULL && strcmp(name, "strict") == 0 ? SCEAU_OTP_READING_STRICT
                                                       : SCEAU_OTP_READING_LENIENT;
}

static int unchecked(const record *scenario) { return optional(scenario, "unchecked") != NULL; }

void base32(const record *scenario, answer *out) {
    blob text = bytes_of(scenario, "text");
    sceau_parse_result result;
    sceau_otp_secret secret;
    must((unchecked(scenario) ? sceau_otp_secret_parse_unchecked_policy : sceau_otp_secret_parse)(
             (const char *)text.bytes, text.length, reading(scenario), &result, &secret),
         "parse");
    if (result.reason != SCEAU_OK) {
        say_error(out, result.reason, result.has_at, result.at);
        if (secret.length != 0 || secret.bytes[0] != 0) say(out, " and not empty");
        return;
    }
    char groups[SCEAU_OTP_BASE32_MAX], compact[SCEAU_OTP_BASE32_MAX];
    size_t length = 0;
    must(sceau_otp_secret_base32_groups(secret.bytes, secret.length, groups, sizeof groups,
                                        &length),
         "groups");
    must(sceau_otp_secret_base32(secret.bytes, secret.length, compact, sizeof compact, &length),
         "base32");
    say_hex(out, secret.bytes, secret.length);
    say(out, " %s", groups);
    const char *at = compact;
    for (const char *group = groups; *group != '\0'; group++)
        if (*group != ' ' && *group != *at++) fail("groups", groups);
    if (*at != '\0' || (size_t)(at - compact) != length) fail("compact", compact);
}

void uri(const record *scenario, answer *out) {
    blob text = bytes_of(scenario, "text");
    sceau_parse_result result;
    sceau_otp_uri said;
    must((unchecked(scenario) ? sceau_otp_uri_parse_unchecked_policy : sceau_otp_uri_parse)(
             (const char *)text.bytes, text.length, reading(scenario), &result, &said),
         "parse");
    if (result.reason != SCEAU_OK) {
        say_error(out, result.reason, result.has_at, result.at);
        if (said.factor != 0 || said.secret.length != 0) say(out, " and not empty");
        return;
    }
    say(out, "%s %" PRIu64 " %s %" PRIu32 " ", sceau_reason_name(said.factor),
        said.factor == SCEAU_OTP_FACTOR_PERIOD ? said.period_s : said.counter,
        sceau_reason_name(said.algorithm), said.digits);
    say_hex(out, said.secret.bytes, said.secret.length);
    say(out, " [%s] [%s]", said.issuer, said.account);
}

static void copy(char *field, size_t room, const record *scenario, const char *name) {
    blob text = bytes_of(scenario, name);
    if (text.length >= room) fail("a field is too long", name);
    memcpy(field, text.bytes, text.length);
    field[text.length] = '\0';
}

void uri_write(const record *scenario, answer *out) {
    static sceau_otp_uri uri;
    const char *algorithm = optional(scenario, "algorithm");
    int by_time = strcmp(text_of(scenario, "kind"), "totp") == 0;
    blob secret = hex_of(scenario, "secret");
    uri.factor = by_time ? SCEAU_OTP_FACTOR_PERIOD : SCEAU_OTP_FACTOR_COUNTER;
    uri.algorithm = algorithm == NULL ? SCEAU_OTP_ALGORITHM_SHA1
                                      : number_named(SCEAU_OTP_ALGORITHM_SHA1, algorithm,
                                                     strlen(algorithm));
    uri.digits = small_of(scenario, "digits", 6);
    uri.period_s = small_of(scenario, "period", 30);
    uri.counter = number_of(scenario, "counter", 0);
    uri.secret.length = secret.length;
    memcpy(uri.secret.bytes, secret.bytes, secret.length);
    copy(uri.issuer, sizeof uri.issuer, scenario, "issuer");
    copy(uri.account, sizeof uri.account, scenario, "account");
    sceau_parse_result result;
    char text[SCEAU_OTP_URI_MAX];
    size_t length = 0;
    must((unchecked(scenario) ? sceau_otp_uri_write_unchecked_policy : sceau_otp_uri_write)(
             &uri, &result, text, sizeof text, &length),
         "write");
    if (result.reason != SCEAU_OK)
        say_error(out, result.reason, result.has_at, result.at);
    else
        say(out, "%s", text);
    if ((result.reason != SCEAU_OK) != (length == 0)) say(out, " and not empty");
}
