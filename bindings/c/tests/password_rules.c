/* password/policy.txt: a port of tests/families/password_rules.rs. */

#include <string.h>

#include <sceau.h>

#include "families.h"

/* `policy` names a profile; numbers beside it replace those of the profile. */
static sceau_password_rules rules_of(const record *scenario) {
    const char *name = optional(scenario, "policy");
    uint32_t profile = SCEAU_PASSWORD_PROFILE_SAG2024;
    sceau_password_rules rules;
    if (name != NULL) profile = number_named(profile, name, strlen(name));
    must(sceau_password_rules_profile(profile, &rules), "password rules");
    rules.min_characters = small_of(scenario, "min-characters", rules.min_characters);
    rules.passphrase_words = small_of(scenario, "passphrase-words", rules.passphrase_words);
    rules.passphrase_characters =
        small_of(scenario, "passphrase-characters", rules.passphrase_characters);
    rules.repetition = small_of(scenario, "repetition", rules.repetition);
    rules.sequence = small_of(scenario, "sequence", rules.sequence);
    rules.keyboard = small_of(scenario, "keyboard", rules.keyboard);
    rules.context = small_of(scenario, "context", rules.context);
    rules.whole_context = small_of(scenario, "whole-context", rules.whole_context);
    rules.address = small_of(scenario, "address", rules.address);
    rules.blocklist = small_of(scenario, "blocklist", rules.blocklist);
    return rules;
}

static const char *known_of(const record *scenario, const char *name, size_t *length) {
    const char *text = optional(scenario, name);
    *length = text == NULL ? 0 : strlen(text);
    return text;
}

void password_policy(const record *scenario, answer *out) {
    blob password = bytes_of(scenario, "password");
    sceau_password_rules rules = rules_of(scenario);
    sceau_password_context context;
    sceau_password_finding findings[SCEAU_PASSWORD_REASONS_MAX];
    sceau_parse_result parsed;
    size_t count = 0;
    context.user_name = known_of(scenario, "user-name", &context.user_name_len);
    context.email_address = known_of(scenario, "email-address", &context.email_address_len);
    context.given_name = known_of(scenario, "given-name", &context.given_name_len);
    context.surname = known_of(scenario, "surname", &context.surname_len);
    context.nam = known_of(scenario, "nam", &context.nam_len);
    context.nas = known_of(scenario, "nas", &context.nas_len);
    context.service = known_of(scenario, "service", &context.service_len);
    sceau_status status =
        sceau_password_check(&rules, (const char *)password.bytes, password.length, &context,
                             &parsed, findings, SCEAU_PASSWORD_REASONS_MAX, &count);
    if (status != SCEAU_OK)
        say_error(out, status, 0, 0);
    else if (parsed.reason != SCEAU_OK)
        say_error(out, parsed.reason, parsed.has_at, parsed.at);
    else if (count == 0)
        say(out, "none");
    for (size_t i = 0; i < count; i++) {
        const sceau_password_finding *finding = &findings[i];
        say(out, "%s%s", i > 0 ? " " : "", sceau_reason_name(finding->reason));
        if (finding->number != 0) say(out, "/%u", (unsigned)finding->number);
        say(out, "@%lu+%lu", (unsigned long)finding->at, (unsigned long)finding->length);
    }
}
