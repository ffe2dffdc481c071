/* challenge/, throttle/, device/ and otp/recovery: a port of tests/families/states.rs, devices.rs
   and recovery.rs. A record is one row's life. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sceau.h>

#include "families.h"

/* One row: who asks, with which key, and the stored bytes. */
typedef struct row {
    const record *scenario;
    blob key;
    uint32_t key_id;
    char user[512], purpose[64], channel[64];
    int is_origin;
    uint8_t stored[256];
    size_t stored_len;
    int has_state;
} row;

/* A step: its verb, and what stands behind it. */
typedef struct step {
    char text[1024];
    const char *rest, *typed;
    size_t rest_len, now_len;
} step;

static row row_of(const record *scenario) {
    row out;
    const char *user = optional(scenario, "user"), *purpose = optional(scenario, "purpose");
    const char *channel = optional(scenario, "channel"), *origin = optional(scenario, "origin");
    if (user == NULL) user = origin != NULL ? origin : text_of(scenario, "subject");
    memset(&out, 0, sizeof out);
    out.scenario = scenario;
    out.key = hex_of(scenario, "key");
    out.key_id = small_of(scenario, "key-id", 1);
    snprintf(out.user, sizeof out.user, "%s", user);
    out.is_origin = origin != NULL;
    snprintf(out.purpose, sizeof out.purpose, "%s", purpose ? purpose : "address_validation");
    snprintf(out.channel, sizeof out.channel, "%s", channel ? channel : "email");
    return out;
}

static sceau_service_key key_of(const row *self) {
    sceau_service_key key = {self->key_id, self->key.bytes, self->key.length};
    return key;
}

static sceau_challenge_binding binding_of(const row *self) {
    const char *destination = text_of(self->scenario, "destination");
    sceau_challenge_binding binding = {
        number_named(SCEAU_CHALLENGE_PURPOSE_ADDRESS_VALIDATION, self->purpose,
                     strlen(self->purpose)),
        number_named(SCEAU_CHALLENGE_CHANNEL_EMAIL, self->channel, strlen(self->channel)),
        (const uint8_t *)self->user,
        strlen(self->user),
        (const uint8_t *)destination,
        strlen(destination),
    };
    return binding;
}

static void keep(row *self, const uint8_t *bytes, size_t length) {
    memcpy(self->stored, bytes, length);
    self->stored_len = length;
    self->has_state = 1;
}

static void read_step(const char *text, size_t length, step *out) {
    char *space;
    if (length >= sizeof out->text) fail("a long step", text);
    memcpy(out->text, text, length);
    out->text[length] = '\0';
    space = strchr(out->text, ' ');
    out->rest = space == NULL ? out->text + length : space + 1;
    if (space != NULL) *space = '\0';
    out->rest_len = strlen(out->rest);
    out->typed = strchr(out->rest, ' ');
    out->now_len = out->typed == NULL ? out->rest_len : (size_t)(out->typed - out->rest);
    out->typed = out->typed == NULL ? out->rest + out->rest_len : out->typed + 1;
}

static uint64_t now_of(const step *self) { return parse_number(self->rest, self->now_len); }

static int is(const step *self, const char *verb) { return strcmp(self->text, verb) == 0; }

/* Runs the steps that all machines have, on the bytes of the state. */
static void common(row *self, const step *now, answer *out) {
    if (is(now, "state")) {
        say_hex(out, self->stored, self->stored_len);
        return;
    }
    if (is(now, "user") || is(now, "subject")) {
        snprintf(self->user, sizeof self->user, "%.500s", now->rest);
        self->is_origin = 0;
    } else if (is(now, "channel")) {
        snprintf(self->channel, sizeof self->channel, "%.60s", now->rest);
    } else if (is(now, "purpose")) {
        snprintf(self->purpose, sizeof self->purpose, "%.60s", now->rest);
    } else if (is(now, "key-id")) {
        self->key_id = (uint32_t)parse_number(now->rest, now->rest_len);
    } else if (is(now, "cut")) {
        size_t length = (size_t)parse_number(now->rest, now->rest_len);
        if (length < self->stored_len) self->stored_len = length;
    } else if (is(now, "set")) {
        size_t at = (size_t)parse_number(now->rest, now->now_len);
        blob bytes = from_hex(now->typed, strlen(now->typed));
        for (size_t i = 0; i < bytes.length && at + i < self->stored_len; i++)
            self->stored[at + i] = bytes.bytes[i];
    } else {
        fail("no such step", now->text);
    }
    say(out, "-");
}

static void say_clock(answer *out, uint32_t clock_back) {
    if (clock_back != 0) say(out, " clock_back");
}

static void say_issue(answer *out, const sceau_issue_result *result) {
    say(out, "%s", sceau_reason_name(result->outcome));
    if (result->outcome == SCEAU_ISSUE_OUTCOME_ISSUED) say(out, " %s", result->code.compact);
    if (result->outcome != SCEAU_ISSUE_OUTCOME_DISABLED) say(out, " %" PRIu64, result->until_s);
    say_clock(out, result->clock_back);
}

static sceau_status issue(row *self, const sceau_challenge_policy *policy,
                          const sceau_challenge *previous, uint64_t now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_challenge_binding binding = binding_of(self);
    blob entropy = hex_of(self->scenario, "entropy");
    sceau_challenge next;
    sceau_issue_result result;
    sceau_status status = sceau_challenge_issue(previous, &key, &binding, entropy.bytes,
                                                entropy.length, now, policy, &next, &result);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say_issue(out, &result);
    return status;
}

static sceau_status verify(row *self, const sceau_challenge *state, const step *now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_challenge_binding binding = binding_of(self);
    sceau_challenge next;
    sceau_challenge_result result;
    sceau_status status = sceau_challenge_verify(state, &key, &binding, now->typed,
                                                 strlen(now->typed), now_of(now), &next, &result);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "%s", sceau_reason_name(result.outcome));
    if (result.outcome == SCEAU_CHALLENGE_OUTCOME_WRONG) say(out, " %" PRIu32, result.left);
    say_clock(out, result.clock_back);
    return status;
}

static sceau_status deliver(row *self, const sceau_challenge *state, uint64_t now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_challenge_binding binding = binding_of(self);
    uint32_t outcome;
    sceau_code code;
    sceau_status status = sceau_challenge_deliver(state, &key, &binding, now, &outcome, &code);
    if (status != SCEAU_OK) return status;
    say(out, "%s", sceau_reason_name(outcome));
    if (outcome == SCEAU_DELIVER_OUTCOME_LIVE) say(out, " %s", code.compact);
    return status;
}

static sceau_status challenge_lifted(row *self, const sceau_challenge *state, uint64_t now,
                                     answer *out) {
    sceau_service_key key = key_of(self);
    sceau_challenge_binding binding = binding_of(self);
    sceau_challenge next;
    sceau_status status = sceau_challenge_lift(state, &key, &binding, now, &next);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "done");
    return status;
}

static sceau_status challenge_step(row *self, const sceau_challenge_policy *policy,
                                   const step *now, answer *out) {
    sceau_challenge state;
    sceau_status status = SCEAU_OK;
    uint64_t generation;
    int reads = is(now, "issue") || is(now, "verify") || is(now, "deliver") || is(now, "lift") ||
                is(now, "generation");
    if (reads && self->has_state)
        status = sceau_challenge_parse(self->stored, self->stored_len, &state);
    if (status != SCEAU_OK) return status;
    if (is(now, "issue"))
        return issue(self, policy, self->has_state ? &state : NULL, now_of(now), out);
    if (reads && !self->has_state) fail("a state", now->text);
    if (is(now, "verify")) return verify(self, &state, now, out);
    if (is(now, "deliver")) return deliver(self, &state, now_of(now), out);
    if (is(now, "lift")) return challenge_lifted(self, &state, now_of(now), out);
    if (is(now, "generation")) {
        status = sceau_challenge_generation(&state, &generation);
        say(out, "%" PRIu64, generation);
        return status;
    }
    common(self, now, out);
    return status;
}

static sceau_status begin(row *self, const sceau_throttle_policy *policy,
                          const sceau_throttle *previous, uint64_t now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_throttle next;
    sceau_throttle_result result;
    size_t length = strlen(self->user);
    sceau_status status =
        self->is_origin ? sceau_throttle_begin_origin(previous, &key, self->user, length, now,
                                                      policy, &next, &result)
                        : sceau_throttle_begin(previous, &key, (const uint8_t *)self->user, length,
                                               now, policy, &next, &result);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "%s", sceau_reason_name(result.outcome));
    if (result.outcome == SCEAU_THROTTLE_OUTCOME_DELAYED ||
        result.outcome == SCEAU_THROTTLE_OUTCOME_SUSPENDED)
        say(out, " %" PRIu64, result.until_s);
    say_clock(out, result.clock_back);
    return status;
}

static sceau_status succeed(row *self, const sceau_throttle *state, uint64_t now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_throttle next;
    size_t length = strlen(self->user);
    sceau_status status =
        self->is_origin
            ? sceau_throttle_succeed_origin(state, &key, self->user, length, now, &next)
            : sceau_throttle_succeed(state, &key, (const uint8_t *)self->user, length, now, &next);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "done");
    return status;
}

static sceau_status throttle_lifted(row *self, const sceau_throttle *state, uint64_t now,
                                    answer *out) {
    sceau_service_key key = key_of(self);
    sceau_throttle next;
    size_t length = strlen(self->user);
    sceau_status status =
        self->is_origin
            ? sceau_throttle_lift_origin(state, &key, self->user, length, now, &next)
            : sceau_throttle_lift(state, &key, (const uint8_t *)self->user, length, now, &next);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "done");
    return status;
}

/* Takes an address that can be read; only the functions that take one know whether it can be. */
static void take_origin(row *self, const char *address, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_throttle_policy policy;
    sceau_throttle next;
    sceau_throttle_result result;
    must(sceau_throttle_policy_origins(&policy), "policy");
    sceau_status status = sceau_throttle_begin_origin(NULL, &key, address, strlen(address), 0,
                                                      &policy, &next, &result);
    say(out, status == SCEAU_OK ? "-" : "not_an_address");
    if (status == SCEAU_OK) {
        snprintf(self->user, sizeof self->user, "%.500s", address);
        self->is_origin = 1;
    } else if (status != SCEAU_STATUS_ADDRESS) {
        fail("an address", address);
    }
}

static sceau_status throttle_step(row *self, const sceau_throttle_policy *policy, const step *now,
                                  answer *out) {
    sceau_throttle state;
    sceau_status status = SCEAU_OK;
    uint64_t generation;
    int reads =
        is(now, "begin") || is(now, "succeed") || is(now, "lift") || is(now, "generation");
    if (reads && self->has_state)
        status = sceau_throttle_parse(self->stored, self->stored_len, &state);
    if (status != SCEAU_OK) return status;
    if (is(now, "begin"))
        return begin(self, policy, self->has_state ? &state : NULL, now_of(now), out);
    if (reads && !self->has_state) fail("a state", now->text);
    if (is(now, "succeed")) return succeed(self, &state, now_of(now), out);
    if (is(now, "lift")) return throttle_lifted(self, &state, now_of(now), out);
    if (is(now, "origin")) {
        take_origin(self, now->rest, out);
        return SCEAU_OK;
    }
    if (is(now, "generation")) {
        status = sceau_throttle_generation(&state, &generation);
        say(out, "%" PRIu64, generation);
        return status;
    }
    common(self, now, out);
    return status;
}

static sceau_status remember(row *self, const sceau_device_policy *policy, uint64_t now,
                             answer *out) {
    sceau_service_key key = key_of(self);
    blob entropy = hex_of(self->scenario, "entropy");
    sceau_device device;
    sceau_remembered_device result;
    sceau_status status =
        sceau_device_remember(&key, (const uint8_t *)self->user, strlen(self->user), entropy.bytes,
                              entropy.length, now, policy, &device, &result);
    if (status != SCEAU_OK) return status;
    keep(self, device.bytes, sizeof device.bytes);
    say(out, "remembered %s %" PRIu64, result.token.text, result.expires_s);
    return status;
}

static sceau_status present(row *self, const sceau_device *state, const step *now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_device next;
    sceau_device_result result;
    sceau_status status =
        sceau_device_verify(state, &key, (const uint8_t *)self->user, strlen(self->user),
                            now->typed, strlen(now->typed), now_of(now), &next, &result);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "%s", sceau_reason_name(result.outcome));
    if (result.outcome == SCEAU_DEVICE_OUTCOME_ACCEPTED)
        say(out, " %s %" PRIu64 "%s", result.token.text, result.expires_s,
            result.rotated != 0 ? " rotated" : "");
    say_clock(out, result.clock_back);
    return status;
}

static sceau_status revoke(row *self, const sceau_device *state, uint64_t now, answer *out) {
    sceau_service_key key = key_of(self);
    sceau_device next;
    sceau_status status = sceau_device_revoke(state, &key, (const uint8_t *)self->user,
                                              strlen(self->user), now, &next);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "done");
    return status;
}

static sceau_status find(const step *now, answer *out) {
    sceau_device_selector selector;
    uint32_t found;
    sceau_status status =
        sceau_device_token_selector(now->rest, now->rest_len, &found, &selector);
    if (status != SCEAU_OK) return status;
    if (found != 0)
        say_hex(out, selector.bytes, sizeof selector.bytes);
    else
        say(out, "none");
    return status;
}

static sceau_status device_step(row *self, const sceau_device_policy *policy, const step *now,
                                answer *out) {
    sceau_device state;
    sceau_device_selector selector;
    sceau_status status = SCEAU_OK;
    uint64_t generation;
    int reads = is(now, "verify") || is(now, "revoke") || is(now, "generation") ||
                is(now, "selector");
    if (is(now, "remember")) return remember(self, policy, now_of(now), out);
    if (is(now, "find")) return find(now, out);
    if (reads) status = sceau_device_parse(self->stored, self->stored_len, &state);
    if (status != SCEAU_OK) return status;
    if (is(now, "verify")) return present(self, &state, now, out);
    if (is(now, "revoke")) return revoke(self, &state, now_of(now), out);
    if (is(now, "generation")) {
        status = sceau_device_generation(&state, &generation);
        say(out, "%" PRIu64, generation);
        return status;
    }
    if (is(now, "selector")) {
        status = sceau_device_selector_of(&state, &selector);
        say_hex(out, selector.bytes, sizeof selector.bytes);
        return status;
    }
    common(self, now, out);
    return status;
}

/* Returns the next of the parts between `; `, and moves on behind it; NULL behind the last. */
static const char *next_step(const char **rest, size_t *length) {
    const char *begin = *rest, *end = begin == NULL ? NULL : strstr(begin, "; ");
    if (begin == NULL) return NULL;
    *length = end == NULL ? strlen(begin) : (size_t)(end - begin);
    *rest = end == NULL ? NULL : end + 2;
    return begin;
}

/* Whether a policy is out of its range: one of the hundred numbers from `first` on. */
static int refuses(sceau_status status, uint32_t first, answer *out) {
    if (status < first || status > first + 99) return 0;
    say_error(out, status, 0, 0);
    return 1;
}

void challenge_life(const record *scenario, answer *out) {
    sceau_challenge_policy policy;
    row self = row_of(scenario), trial = self;
    const char *rest = text_of(scenario, "steps"), *part;
    size_t length;
    answer ignored = {{0}, 0};
    must(optional(scenario, "policy") != NULL ? sceau_challenge_policy_post(&policy)
                                              : sceau_challenge_policy_default(&policy),
         "policy");
    policy.digits = small_of(scenario, "digits", policy.digits);
    policy.lifetime_s = number_of(scenario, "lifetime", policy.lifetime_s);
    policy.attempts = small_of(scenario, "attempts", policy.attempts);
    policy.cooldown_s = number_of(scenario, "cooldown", policy.cooldown_s);
    policy.period_s = number_of(scenario, "period", policy.period_s);
    policy.issues = small_of(scenario, "issues", policy.issues);
    policy.failures = small_of(scenario, "failures", policy.failures);
    if (refuses(issue(&trial, &policy, NULL, 0, &ignored), SCEAU_STATUS_CHALLENGE_POLICY_LIFETIME,
                out))
        return;
    while ((part = next_step(&rest, &length)) != NULL) {
        step now;
        read_step(part, length, &now);
        next_part(out);
        sceau_status status = challenge_step(&self, &policy, &now, out);
        if (status != SCEAU_OK) say_error(out, status, 0, 0);
    }
}

void throttle_life(const record *scenario, answer *out) {
    sceau_throttle_policy policy;
    row self = row_of(scenario), trial = self;
    const char *rest = text_of(scenario, "steps"), *part;
    size_t length;
    answer ignored = {{0}, 0};
    const char *named = optional(scenario, "policy");
    must(named != NULL ? sceau_throttle_policy_origins(&policy)
                       : sceau_throttle_policy_default(&policy),
         "policy");
    policy.free = small_of(scenario, "free", policy.free);
    policy.delay_s = number_of(scenario, "delay", policy.delay_s);
    policy.suspend_after = small_of(scenario, "suspend-after", policy.suspend_after);
    policy.suspension_s = number_of(scenario, "suspension", policy.suspension_s);
    policy.failures = small_of(scenario, "failures", policy.failures);
    policy.window_s = number_of(scenario, "window", policy.window_s);
    if (refuses(begin(&trial, &policy, NULL, 0, &ignored), SCEAU_STATUS_THROTTLE_POLICY_DELAY, out))
        return;
    while ((part = next_step(&rest, &length)) != NULL) {
        step now;
        read_step(part, length, &now);
        next_part(out);
        sceau_status status = throttle_step(&self, &policy, &now, out);
        if (status != SCEAU_OK) say_error(out, status, 0, 0);
    }
}

static sceau_status generate(row *self, const sceau_recovery_codes *previous, const step *now,
                             sceau_recovery_list *list, answer *out) {
    sceau_service_key key = key_of(self);
    blob entropy = now->rest_len > 0 ? from_hex(now->rest, now->rest_len)
                                     : hex_of(self->scenario, "entropy");
    sceau_recovery_codes next;
    sceau_status status =
        sceau_recovery_codes_generate(previous, &key, (const uint8_t *)self->user,
                                      strlen(self->user), entropy.bytes, entropy.length, &next, list);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "made");
    for (size_t i = 0; i < SCEAU_RECOVERY_CODES; i++) say(out, " %s", list->codes[i].compact);
    return status;
}

static sceau_status recover(row *self, const sceau_recovery_codes *codes, const step *now,
                            answer *out) {
    sceau_service_key key = key_of(self);
    sceau_recovery_codes next;
    sceau_recovery_result result;
    sceau_status status =
        sceau_recovery_codes_verify(codes, &key, (const uint8_t *)self->user, strlen(self->user),
                                    now->rest, now->rest_len, &next, &result);
    if (status != SCEAU_OK) return status;
    keep(self, next.bytes, sizeof next.bytes);
    say(out, "%s", sceau_reason_name(result.outcome));
    if (result.outcome == SCEAU_RECOVERY_OUTCOME_ACCEPTED) say(out, " %" PRIu32, result.left);
    return status;
}

static sceau_status recovery_step(row *self, const step *now, sceau_recovery_list *list,
                                  answer *out) {
    sceau_service_key key = key_of(self);
    sceau_recovery_codes codes;
    sceau_status status = SCEAU_OK;
    uint64_t generation;
    uint32_t left;
    int reads = is(now, "generate") || is(now, "verify") || is(now, "left") || is(now, "generation");
    if (reads && self->has_state)
        status = sceau_recovery_codes_parse(self->stored, self->stored_len, &codes);
    if (status != SCEAU_OK) return status;
    if (is(now, "generate")) return generate(self, self->has_state ? &codes : NULL, now, list, out);
    if (reads && !self->has_state) fail("a state", now->text);
    if (is(now, "verify")) return recover(self, &codes, now, out);
    if (is(now, "left")) {
        status = sceau_recovery_codes_left(&codes, &key, (const uint8_t *)self->user,
                                           strlen(self->user), &left);
        if (status == SCEAU_OK) say(out, "%" PRIu32, left);
    } else if (is(now, "generation")) {
        status = sceau_recovery_codes_generation(&codes, &generation);
        say(out, "%" PRIu64, generation);
    } else if (is(now, "display")) {
        say(out, "%s", list->codes[parse_number(now->rest, now->rest_len) - 1].display);
    } else {
        common(self, now, out);
    }
    return status;
}

void recovery(const record *scenario, answer *out) {
    row self = row_of(scenario);
    const char *rest = text_of(scenario, "steps"), *part;
    size_t length;
    sceau_recovery_list list;
    memset(&list, 0, sizeof list);
    while ((part = next_step(&rest, &length)) != NULL) {
        step now;
        read_step(part, length, &now);
        next_part(out);
        sceau_status status = recovery_step(&self, &now, &list, out);
        if (status != SCEAU_OK) say_error(out, status, 0, 0);
    }
}

void device_life(const record *scenario, answer *out) {
    sceau_device_policy policy;
    row self = row_of(scenario), trial = self;
    const char *rest = text_of(scenario, "steps"), *part;
    size_t length;
    answer ignored = {{0}, 0};
    must(sceau_device_policy_default(&policy), "policy");
    policy.lifetime_s = number_of(scenario, "lifetime", policy.lifetime_s);
    if (refuses(remember(&trial, &policy, 0, &ignored), SCEAU_STATUS_DEVICE_POLICY_LIFETIME, out))
        return;
    while ((part = next_step(&rest, &length)) != NULL) {
        step now;
        read_step(part, length, &now);
        next_part(out);
        sceau_status status = device_step(&self, &policy, &now, out);
        if (status != SCEAU_OK) say_error(out, status, 0, 0);
    }
}
