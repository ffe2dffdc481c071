/* identifier/ and identity/: a port of tests/families/people.rs. */

#include <inttypes.h>
#include <string.h>

#include <sceau.h>

#include "families.h"

static sceau_date date(const char *text) {
    sceau_parse_result parsed;
    sceau_date date;
    must(sceau_birth_date_parse(text, strlen(text), &parsed, &date), "a date");
    must(parsed.reason, "a date");
    return date;
}

static uint32_t kind_of(const record *scenario) {
    const char *name = text_of(scenario, "kind");
    return number_named(SCEAU_IDENTIFIER_KIND_NAM, name, strlen(name));
}

void identifier_parse(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    uint32_t kind = kind_of(scenario);
    sceau_parse_result parsed;
    char compact[SCEAU_IDENTIFIER_MAX], display[SCEAU_IDENTIFIER_MAX];
    char masked[SCEAU_IDENTIFIER_MASKED_MAX];
    size_t length;
    must(sceau_identifier_parse(kind, typed, strlen(typed), &parsed, compact, sizeof compact,
                                &length),
         "compact");
    if (parsed.reason != SCEAU_OK) {
        say_reason(out, &parsed);
        return;
    }
    must(sceau_identifier_display(kind, compact, length, &parsed, display, sizeof display, &length),
         "display");
    must(sceau_identifier_mask(kind, display, length, &parsed, masked, sizeof masked, &length),
         "masked");
    say(out, "%s; %s; %s", compact, display, masked);
}

void identifier_level(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    sceau_date today = date(text_of(scenario, "today"));
    sceau_parse_result parsed;
    uint32_t level;
    must(sceau_identifier_level(kind_of(scenario), typed, strlen(typed), &today, &parsed, &level),
         "level");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%s", sceau_reason_name(level));
}

/* `text` has a `|` where the caret is, and so has the answer. */
void identifier_typing(const record *scenario, answer *out) {
    const char *marked = text_of(scenario, "text"), *edit = optional(scenario, "edit");
    size_t caret = strcspn(marked, "|"), typed_len = strlen(marked) - 1, length;
    char typed[SCEAU_IDENTIFIER_MAX], fresh[SCEAU_IDENTIFIER_MAX];
    sceau_typing typing;
    memcpy(typed, marked, caret);
    memcpy(typed + caret, marked + caret + 1, typed_len - caret + 1);
    if (edit == NULL) edit = "insertion";
    must(sceau_identifier_typing(kind_of(scenario), typed, typed_len, caret,
                                 number_named(SCEAU_TYPED_EDIT_INSERTION, edit, strlen(edit)),
                                 &typing, fresh, sizeof fresh, &length),
         "typing");
    const char *shown = typing.replaces != 0 ? fresh : typed;
    say(out, "%s", sceau_reason_name(typing.state));
    if (typing.state == SCEAU_TYPING_STATE_IMPOSSIBLE)
        say(out, " %s %zu", sceau_reason_name(typing.parsed.reason), typing.parsed.at);
    say(out, "; %.*s|%s", (int)typing.caret, shown, shown + typing.caret);
}

void identifier_pseudonym(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    blob bytes = bytes_of(scenario, "key"), group = bytes_of(scenario, "group");
    sceau_service_key key = {1, bytes.bytes, bytes.length};
    sceau_parse_result parsed;
    sceau_pseudonym pseudonym;
    must(sceau_identifier_pseudonym(kind_of(scenario), typed, strlen(typed), &key, group.bytes,
                                    group.length, &parsed, &pseudonym),
         "pseudonym");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say_hex(out, pseudonym.bytes, sizeof pseudonym.bytes);
}

void identifier_synthetic(const record *scenario, answer *out) {
    char compact[SCEAU_IDENTIFIER_MAX];
    size_t length;
    must(sceau_identifier_synthetic(kind_of(scenario), number_of(scenario, "number", 0), compact,
                                    sizeof compact, &length),
         "synthetic");
    say(out, "%s", length == 0 ? "none" : compact);
}

void identifier_nam(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text"), *born_text = optional(scenario, "born");
    sceau_date today = date(text_of(scenario, "today"));
    sceau_parse_result parsed;
    sceau_nam_birth birth;
    uint32_t level;
    must(sceau_identifier_level(SCEAU_IDENTIFIER_KIND_NAM, typed, strlen(typed), &today, &parsed,
                                &level),
         "level");
    if (parsed.reason != SCEAU_OK) {
        say_reason(out, &parsed);
        return;
    }
    if (born_text != NULL) {
        sceau_date born = date(born_text);
        must(sceau_nam_check_born(typed, strlen(typed), &born, &parsed, &birth), "check");
    } else {
        must(sceau_nam_check(typed, strlen(typed), &today, &parsed, &birth), "check");
    }
    say(out, "%s; ", sceau_reason_name(level));
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%04u-%02u-%02u %s", birth.date.year, birth.date.month, birth.date.day,
            sceau_reason_name(birth.marker));
}

void identifier_nas(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    sceau_parse_result parsed;
    uint32_t kind;
    must(sceau_nas_check(typed, strlen(typed), &parsed, &kind), "check");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%s", sceau_reason_name(kind));
}

void identifier_neq(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    sceau_parse_result parsed;
    uint32_t kind;
    must(sceau_neq_check(typed, strlen(typed), &parsed, &kind), "check");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%s", sceau_reason_name(kind));
}

void identifier_expiry(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "text");
    sceau_parse_result parsed;
    sceau_date day;
    must(sceau_card_expiry_parse(typed, strlen(typed), &parsed, &day), "expiry");
    if (parsed.reason != SCEAU_OK)
        say_reason(out, &parsed);
    else
        say(out, "%04u-%02u-%02u", day.year, day.month, day.day);
}

void identifier_age(const record *scenario, answer *out) {
    const char *typed = text_of(scenario, "born");
    sceau_date today = date(text_of(scenario, "today")), born;
    sceau_parse_result parsed;
    uint32_t years;
    must(sceau_birth_date_parse(typed, strlen(typed), &parsed, &born), "birth date");
    if (parsed.reason != SCEAU_OK) {
        say_reason(out, &parsed);
        return;
    }
    must(sceau_date_age(&born, &today, &years), "age");
    say(out, "%" PRIu32, years);
}

/* Takes what stands before the next `|`, or all, without spaces around it, from `*rest`, which is
   NULL behind the last part. */
static const char *part(const char **rest, size_t *length) {
    const char *start = *rest, *bar = strchr(start, '|');
    const char *end = bar == NULL ? start + strlen(start) : bar;
    *rest = bar == NULL ? NULL : bar + 1;
    while (start < end && *start == ' ') start++;
    while (end > start && end[-1] == ' ') end--;
    *length = (size_t)(end - start);
    return start;
}

/* Reads `surname | given name | other surname`, the last one if there is one; a document that the
   record lacks, or that has no `|`, is none. */
static size_t document(const record *scenario, const char *field, uint32_t kind,
                       sceau_document *out) {
    const char *rest = optional(scenario, field);
    if (rest == NULL || strchr(rest, '|') == NULL) return 0;
    memset(out, 0, sizeof *out);
    out->kind = kind;
    out->surname = part(&rest, &out->surname_len);
    out->given_name = part(&rest, &out->given_name_len);
    if (rest != NULL) out->other_surname = part(&rest, &out->other_surname_len);
    return 1;
}

/* A finding that agrees is its field's name; another adds the verdict, what differs, and where. */
static void say_finding(answer *out, const sceau_finding *found) {
    say(out, "; %s", sceau_reason_name(found->field));
    if (found->verdict == SCEAU_VERDICT_AGREES) return;
    say(out, " %s", sceau_reason_name(found->verdict));
    for (uint32_t bit = 0; bit < 32; bit++)
        if ((found->differences >> bit & 1) != 0)
            say(out, " %s", sceau_reason_name((uint32_t)SCEAU_DIFFERENCE_CASE + bit));
    if (found->letter_first != 0) {
        say(out, " ");
        say_letter(out, found->letter_first);
    }
    if (found->letter_second != 0) {
        say(out, " ");
        say_letter(out, found->letter_second);
    }
    if (found->unreadable != SCEAU_OK) {
        say(out, " %s", sceau_reason_name(found->unreadable_side));
        say(out, " %s", sceau_reason_name(found->unreadable));
    }
}

void identity_check(const record *scenario, answer *out) {
    const char *nam = text_of(scenario, "nam"), *policy = text_of(scenario, "policy");
    sceau_document documents[3];
    sceau_report report;
    size_t count = 0;
    count += document(scenario, "form", SCEAU_DOCUMENT_KIND_FORM, &documents[count]);
    count += document(scenario, "card", SCEAU_DOCUMENT_KIND_HEALTH_CARD, &documents[count]);
    count += document(scenario, "notice", SCEAU_DOCUMENT_KIND_ASSESSMENT_NOTICE, &documents[count]);
    if (strcmp(policy, "sag") != 0 && strcmp(policy, "tolerant") != 0) fail("policy", policy);
    sceau_claim claim = {
        documents,
        count,
        nam,
        strlen(nam),
        date(text_of(scenario, "born")),
        date(text_of(scenario, "today")),
        strcmp(policy, "sag") == 0 ? (uint32_t)SCEAU_NAME_POLICY_SAG : SCEAU_NAME_POLICY_TOLERANT,
        small_of(scenario, "minimum-age", SCEAU_IDENTITY_MINIMUM_AGE_SAG),
    };
    sceau_status status = sceau_identity_check(&claim, &report);
    if (status != SCEAU_OK) {
        say_error(out, status, 0, 0);
        return;
    }
    must(report.nam.reason, "a NAM");
    say(out, "%s", sceau_reason_name(report.outcome));
    for (size_t i = 0; i < report.count; i++) say_finding(out, &report.findings[i]);
}
