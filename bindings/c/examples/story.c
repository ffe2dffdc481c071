/*
 * One citizen's story, as every language tells it: the transcripts are equal to the byte.
 *
 * Clock and entropy are fixed, so that the code is `996 729`, the one on SAG's own screen. Answers
 * go to standard output; the number of calls into the library goes to standard error.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sceau.h>

#define USER "eseraphin"
#define PASSWORD "Érable-à-sucre"
/* 23 November 2026, nine o'clock in Québec. */
#define NOW UINT64_C(1795442400)
#define OLD_HASH \
    "$pbkdf2-sha256$i=20000$Y2xpY1NFUVVSLTIwMDkhIQ" \
    "$W7pQsURJ0P0FNy2Zs6gNKJJhw2NOtjPkv4GrwpktF4k"
#define EMAIL "elise.seraphin@example.org"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A text and its length, as two arguments. */
#define TEXT(text) (text), strlen(text)
/* The same for bytes. */
#define BYTES(text) (const uint8_t *)(text), strlen(text)

static const uint8_t entropy[] = {
    's', 'c', 'e', 'a', 'u', '-', 'd', 'e', 'm', 'o', 0, 0, 0, 0, 0xc5, 0xc1,
};
static const sceau_date today = {2026, 11, 23};
static const sceau_totp app = {SCEAU_OTP_ALGORITHM_SHA1, 6, 30, 1, 1, 0, 0, 0};
static uint8_t key_bytes[32];
static const sceau_service_key key = {1, key_bytes, sizeof key_bytes};
static const sceau_challenge_binding binding = {
    SCEAU_CHALLENGE_PURPOSE_ADDRESS_VALIDATION,
    SCEAU_CHALLENGE_CHANNEL_EMAIL,
    (const uint8_t *)USER,
    sizeof USER - 1,
    (const uint8_t *)EMAIL,
    sizeof EMAIL - 1,
};
static unsigned calls;

/* Counts a call into the library, and ends the story if the call was not answered. */
static void call(sceau_status status) {
    calls++;
    if (status != SCEAU_OK) {
        fprintf(stderr, "%s\n", sceau_reason_name(status));
        exit(1);
    }
}

static void chapter(const char *title) { printf("\n%s\n\n", title); }

/* Prints a value under its label, which takes 26 columns. */
static void field(const char *label, const char *value) {
    int columns = 0;
    for (const char *c = label; *c != '\0'; c++)
        if ((*c & 0xc0) != 0x80) columns++;
    printf("  %s%*s%s\n", label, 26 - columns, "", value);
}

static void number_field(const char *label, uint64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, number);
    field(label, text);
}

static void sentence(const char *language, const char *text) {
    printf("        %s  %s\n", language, text);
}

/* Prints a reason's wire name and its two sentences. */
static void say(uint32_t reason, uint64_t number) {
    char text[SCEAU_MESSAGE_MAX];
    size_t length;
    printf("    %s\n", sceau_reason_name(reason));
    call(sceau_reason_message(reason, SCEAU_LANGUAGE_FRENCH, number, text, sizeof text, &length));
    sentence("fr", text);
    call(sceau_reason_message(reason, SCEAU_LANGUAGE_ENGLISH, number, text, sizeof text, &length));
    sentence("en", text);
}

/* Prints the compact form of an identifier, or why there is none. */
static void compact(const char *label, uint32_t kind, const char *typed) {
    sceau_parse_result parsed;
    char text[SCEAU_IDENTIFIER_MAX];
    size_t length;
    call(sceau_identifier_parse(kind, TEXT(typed), &parsed, text, sizeof text, &length));
    if (parsed.reason == SCEAU_OK)
        field(label, text);
    else
        say(parsed.reason, 0);
}

/* Prints the masked form of an identifier, or why there is none. */
static void masked(const char *label, uint32_t kind, const char *typed) {
    sceau_parse_result parsed;
    char text[SCEAU_IDENTIFIER_MASKED_MAX];
    size_t length;
    call(sceau_identifier_mask(kind, TEXT(typed), &parsed, text, sizeof text, &length));
    if (parsed.reason == SCEAU_OK)
        field(label, text);
    else
        say(parsed.reason, 0);
}

static void sign_up(void) {
    static const char *const passwords[] = {"Eseraphin1234", PASSWORD};
    sceau_parse_result parsed;
    sceau_password_rules rules;
    sceau_password_context context;
    sceau_password_finding broken[SCEAU_PASSWORD_REASONS_MAX];
    size_t count, length;
    sceau_accept_policy accept;
    sceau_create_policy create;
    char stored[SCEAU_PASSWORD_HASH_MAX];

    chapter("1 · Élise s'inscrit · Élise signs up");
    compact("nom d'utilisateur", SCEAU_IDENTIFIER_KIND_USERNAME, USER);
    compact("courriel", SCEAU_IDENTIFIER_KIND_EMAIL_ADDRESS, " Elise.Seraphin@EXAMPLE.org");
    call(sceau_password_rules_profile(SCEAU_PASSWORD_PROFILE_SAG2024, &rules));
    memset(&context, 0, sizeof context);
    context.user_name = USER;
    context.user_name_len = sizeof USER - 1;
    for (size_t i = 0; i < COUNT(passwords); i++) {
        field("mot de passe", passwords[i]);
        call(sceau_password_check(&rules, TEXT(passwords[i]), &context, &parsed, broken,
                                  COUNT(broken), &count));
        for (size_t j = 0; j < count; j++) say(broken[j].reason, broken[j].number);
    }
    call(sceau_password_policies_default(&accept, &create));
    call(sceau_password_hash(TEXT(PASSWORD), BYTES("sel de l'erable!"), &create, NULL,
                             stored, sizeof stored, &length));
    field("conservé · stored", stored);
}

static void prove_the_address(void) {
    static const struct {
        unsigned later;
        const char *typed, *shown;
    } attempts[] = {
        {20, "996 728", "996 728"},
        {35, " 996\xc2\xa0" "729", "996\xc2\xa0" "729"},
        {50, "996729", "996729"},
    };
    sceau_challenge_policy policy;
    sceau_challenge row;
    sceau_issue_result issued;
    sceau_challenge_result verified;
    uint64_t generation;

    chapter("2 · Le code envoyé par courriel · The code sent by e-mail");
    call(sceau_challenge_policy_default(&policy));
    call(sceau_challenge_issue(NULL, &key, &binding, entropy, sizeof entropy, NOW, &policy, &row,
                               &issued));
    say(issued.outcome, 0);
    if (issued.outcome == SCEAU_ISSUE_OUTCOME_ISSUED) {
        field("courriel", issued.code.display);
        number_field("valide (s) · valid (s)", issued.until_s - NOW);
    }
    for (size_t i = 0; i < COUNT(attempts); i++) {
        char label[32];
        call(sceau_challenge_verify(&row, &key, &binding, TEXT(attempts[i].typed),
                                    NOW + attempts[i].later, &row, &verified));
        snprintf(label, sizeof label, "Élise, +%u s", attempts[i].later);
        field(label, attempts[i].shown);
        say(verified.outcome, verified.left);
    }
    call(sceau_challenge_generation(&row, &generation));
    number_field("génération", generation);
}

static void give_the_numbers(const char *nam, const char *born_text) {
    sceau_parse_result parsed;
    sceau_nam_birth birth;
    sceau_date born;
    uint32_t kind, years;

    chapter("3 · Ses documents · Her documents");
    masked("NAM", SCEAU_IDENTIFIER_KIND_NAM, nam);
    call(sceau_nam_check(TEXT(nam), &today, &parsed, &birth));
    field("code de sexe · sex code", sceau_reason_name(birth.marker));
    masked("NAS", SCEAU_IDENTIFIER_KIND_NAS, "130 692 544");
    call(sceau_nas_check(TEXT("130 692 544"), &parsed, &kind));
    field("", sceau_reason_name(kind));
    call(sceau_nas_check(TEXT("130 692 545"), &parsed, &kind));
    if (parsed.reason == SCEAU_OK)
        field("", sceau_reason_name(kind));
    else
        say(parsed.reason, 0);
    masked("avis de cotisation", SCEAU_IDENTIFIER_KIND_ASSESSMENT_NOTICE, "q12-3abc 4567");
    masked("référence de la carte", SCEAU_IDENTIFIER_KIND_CARD_REFERENCE, "125 478 569");
    call(sceau_birth_date_parse(TEXT(born_text), &parsed, &born));
    call(sceau_date_age(&born, &today, &years));
    number_field("âge · age", years);
    masked("", SCEAU_IDENTIFIER_KIND_NAM, "SERE 756\xd0\x86 3018");
}

static void prove_the_identity(const char *nam, const char *born_text) {
    static const sceau_document documents[] = {
        {SCEAU_DOCUMENT_KIND_ASSESSMENT_NOTICE, "Séraphin", sizeof "Séraphin" - 1, "Élise",
         sizeof "Élise" - 1, NULL, 0},
        {SCEAU_DOCUMENT_KIND_HEALTH_CARD, "SERAPHIN", sizeof "SERAPHIN" - 1, "ELISE",
         sizeof "ELISE" - 1, NULL, 0},
    };
    static const uint32_t policies[] = {SCEAU_NAME_POLICY_SAG, SCEAU_NAME_POLICY_TOLERANT};
    sceau_parse_result parsed;
    sceau_report report;
    sceau_claim claim = {documents, COUNT(documents), TEXT(nam), {0, 0, 0}, today, 0,
                         SCEAU_IDENTITY_MINIMUM_AGE_SAG};
    char text[SCEAU_MESSAGE_MAX];
    size_t length;

    call(sceau_birth_date_parse(TEXT(born_text), &parsed, &claim.birth_date));
    for (size_t i = 0; i < COUNT(policies); i++) {
        claim.accepted = policies[i];
        call(sceau_identity_check(&claim, &report));
        field("identité · identity", sceau_reason_name(report.outcome));
        for (size_t j = 0; j < report.count; j++) {
            const sceau_finding *found = &report.findings[j];
            printf("    %s · ", sceau_reason_name(found->field));
            printf("%s\n", sceau_reason_name(found->verdict));
            if (found->verdict == SCEAU_VERDICT_AGREES) continue;
            call(sceau_finding_message(found, SCEAU_LANGUAGE_FRENCH, text, sizeof text, &length));
            sentence("fr", text);
            call(sceau_finding_message(found, SCEAU_LANGUAGE_ENGLISH, text, sizeof text, &length));
            sentence("en", text);
        }
    }
}

static uint64_t pair_an_app(void) {
    sceau_code code;
    uint64_t step, remaining_s;
    uint32_t outcome;

    chapter("4 · Une application d'authentification · An authenticator app");
    call(sceau_totp_code(&app, BYTES("12345678901234567890"), NOW + 600, &code));
    field("l'application affiche", code.display);
    call(sceau_totp_step(&app, NOW + 600, &step, &remaining_s));
    number_field("encore · still (s)", remaining_s);
    call(sceau_totp_verify(&app, BYTES("12345678901234567890"), TEXT(code.display), NOW + 625, NULL,
                           &outcome, &step));
    say(outcome, 0);
    number_field("à conserver · to store", step);
    return step;
}

static void come_back(void) {
    static const char typed[] = "Vieux-mot-de-passe";
    sceau_stored_password stored = {SCEAU_STORED_KIND_TEXT, TEXT(OLD_HASH), NULL, 0,
                                    {0, 0, 0, NULL, 0}};
    sceau_accept_policy accept;
    sceau_create_policy create;
    uint32_t outcome, why;
    char renewed[SCEAU_PASSWORD_HASH_MAX];
    size_t length;

    chapter("5 · Une ancienne empreinte clicSÉQUR · An old clicSÉQUR hash");
    call(sceau_password_policies_default(&accept, &create));
    call(sceau_password_verify(TEXT(typed), &stored, &accept, &create, NULL, &outcome, &why));
    say(outcome, 0);
    if (outcome == SCEAU_PASSWORD_OUTCOME_MATCH_REHASH) say(why, 0);
    call(sceau_password_hash(TEXT(typed), BYTES("un sel tout neuf"), &create, NULL, renewed,
                             sizeof renewed, &length));
    stored.text = renewed;
    stored.text_len = length;
    call(sceau_password_verify(TEXT(typed), &stored, &accept, &create, NULL, &outcome, &why));
    say(outcome, 0);
}

static void keep_the_thief_out(uint64_t accepted) {
    static const char *const guesses[] = {"123456", "000000", "111111",
                                          "654321", "996729", "121212"};
    sceau_code seen;
    sceau_challenge_policy policy;
    sceau_challenge row;
    sceau_issue_result issued;
    sceau_challenge_result verified;
    sceau_accept_policy accept;
    sceau_create_policy create;
    uint32_t outcome;
    uint64_t step;

    chapter("6 · Le voleur · The thief");
    call(sceau_totp_code(&app, BYTES("12345678901234567890"), NOW + 600, &seen));
    field("le voleur · the thief", seen.compact);
    call(sceau_totp_verify(&app, BYTES("12345678901234567890"), TEXT(seen.compact), NOW + 640,
                           &accepted, &outcome, &step));
    say(outcome, 0);
    call(sceau_challenge_policy_default(&policy));
    call(sceau_challenge_issue(NULL, &key, &binding, entropy, sizeof entropy, NOW + 700, &policy,
                               &row, &issued));
    for (size_t i = 0; i < COUNT(guesses); i++) {
        call(sceau_challenge_verify(&row, &key, &binding, TEXT(guesses[i]), NOW + 710, &row,
                                    &verified));
        field("le voleur · the thief", guesses[i]);
        say(verified.outcome, verified.left);
    }
    call(sceau_password_policies_default(&accept, &create));
    field("sans compte · no account", "pas-de-compte");
    call(sceau_password_verify_absent(TEXT("pas-de-compte"), &create, &outcome));
    say(outcome, 0);
}

static void suspend_the_account(void) {
    sceau_throttle_policy policy;
    sceau_throttle row;
    const sceau_throttle *previous = NULL;
    sceau_throttle_result begun;
    uint64_t now = 800;

    call(sceau_throttle_policy_default(&policy));
    do {
        call(sceau_throttle_begin(previous, &key, BYTES(USER), NOW + now, &policy, &row, &begun));
        previous = &row;
        if (begun.outcome == SCEAU_THROTTLE_OUTCOME_DELAYED) {
            number_field("il attend · he waits (s)", begun.until_s - NOW - now);
            now = begun.until_s - NOW;
        }
    } while (begun.outcome == SCEAU_THROTTLE_OUTCOME_ALLOWED ||
             begun.outcome == SCEAU_THROTTLE_OUTCOME_DELAYED);
    if (begun.outcome == SCEAU_THROTTLE_OUTCOME_SUSPENDED) {
        say(begun.outcome, begun.until_s);
        number_field("suspension (s)", begun.until_s - NOW - now);
    }
}

int main(void) {
    static const char nam[] = "sere 7561-3018", born[] = "1975/11/30";
    uint64_t accepted;
    for (size_t i = 0; i < sizeof key_bytes; i++) key_bytes[i] = (uint8_t)i;
    printf("Sceau · une histoire, cinq langages · one story, five languages\n");
    sign_up();
    prove_the_address();
    give_the_numbers(nam, born);
    prove_the_identity(nam, born);
    accepted = pair_an_app();
    come_back();
    keep_the_thief_out(accepted);
    suspend_the_account();
    fprintf(stderr, "calls: %u\n", calls);
    return 0;
}
