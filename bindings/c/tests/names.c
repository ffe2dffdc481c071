/* name/: a port of tests/families/people.rs. */

#include <inttypes.h>
#include <string.h>

#include <sceau.h>

#include "families.h"

typedef sceau_status folding(const char *name, size_t name_len, sceau_parse_result *parsed,
                             char *out, size_t capacity, size_t *length);

static void say_key(const record *scenario, folding *fold, answer *out) {
    const char *name = text_of(scenario, "name");
    sceau_parse_result parsed;
    char key[SCEAU_NAME_VERSIONED_KEY_MAX];
    size_t length;
    must(fold(name, strlen(name), &parsed, key, sizeof key, &length), "fold");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%s", key);
}

void name_fold(const record *scenario, answer *out) { say_key(scenario, sceau_name_fold, out); }

void name_fold_icao(const record *scenario, answer *out) {
    say_key(scenario, sceau_name_fold_icao, out);
}

void name_versioned(const record *scenario, answer *out) {
    const char *rule = text_of(scenario, "rule");
    if (strcmp(rule, "ramq") != 0 && strcmp(rule, "icao") != 0) fail("rule", rule);
    say_key(scenario,
            strcmp(rule, "ramq") == 0 ? sceau_name_fold_versioned : sceau_name_fold_icao_versioned,
            out);
}

static void say_side(answer *out, uint32_t side, const sceau_parse_result *parsed) {
    say(out, "%s ", sceau_reason_name(side));
    say_reason(out, parsed);
}

void name_matches_icao(const record *scenario, answer *out) {
    const char *machine = text_of(scenario, "machine"), *name = text_of(scenario, "name");
    sceau_parse_result parsed;
    uint32_t side, matches;
    must(sceau_name_matches_icao(machine, strlen(machine), name, strlen(name), &parsed, &side,
                                 &matches),
         "matches");
    if (parsed.reason != SCEAU_OK)
        say_side(out, side, &parsed);
    else
        say(out, "%s", matches != 0 ? "yes" : "no");
}

void name_distance(const record *scenario, answer *out) {
    const char *first = text_of(scenario, "first"), *second = text_of(scenario, "second");
    sceau_parse_result parsed;
    uint32_t side, near, slips;
    must(sceau_name_distance(first, strlen(first), second, strlen(second), &parsed, &side, &near,
                             &slips),
         "distance");
    if (parsed.reason != SCEAU_OK)
        say_side(out, side, &parsed);
    else if (near == 0)
        say(out, "more");
    else
        say(out, "%" PRIu32, slips);
}

void name_compare(const record *scenario, answer *out) {
    const char *first = text_of(scenario, "first"), *second = text_of(scenario, "second");
    sceau_name_comparison found;
    uint32_t accepts;
    must(sceau_name_compare(first, strlen(first), second, strlen(second), SCEAU_NAME_POLICY_SAG,
                            &found, &accepts),
         "compare");
    if (found.parsed.reason != SCEAU_OK) {
        say_side(out, found.side, &found.parsed);
        return;
    }
    if (accepts != 0) say(out, "identical");
    for (size_t i = 0; i < found.count; i++) {
        const sceau_name_difference *item = &found.items[i];
        next_part(out);
        say(out, "%s %" PRIu64 " %" PRIu64 " ", sceau_reason_name(item->difference),
            (uint64_t)item->at_first, (uint64_t)item->at_second);
        say_letter(out, item->letter_first);
        say(out, " ");
        say_letter(out, item->letter_second);
    }
}
