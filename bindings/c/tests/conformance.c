/*
 * Runs every record of a folder of vectors against the library: `conformance FOLDER`, or
 * `conformance FOLDER --unicode` for a library that was built with the feature `unicode`; without
 * it, `expect-latin` is the right answer where a record has it.
 *
 * Prints how many records each file has, as the runners of the other languages do. A file without a
 * handler fails.
 */

#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sceau.h>

#include "families.h"

typedef void (*handler)(const record *scenario, answer *out);

static const struct {
    const char *name;
    handler run;
} handlers[] = {
    {"challenge/life", challenge_life},
    {"challenge/post", challenge_life},
    {"device/life", device_life},
    {"golden/challenge", challenge_life},
    {"golden/device", device_life},
    {"golden/recovery", recovery},
    {"golden/throttle", throttle_life},
    {"identifier/age", identifier_age},
    {"identifier/expiry", identifier_expiry},
    {"identifier/level", identifier_level},
    {"identifier/nam", identifier_nam},
    {"identifier/nas", identifier_nas},
    {"identifier/neq", identifier_neq},
    {"identifier/parse", identifier_parse},
    {"identifier/pseudonym", identifier_pseudonym},
    {"identifier/synthetic", identifier_synthetic},
    {"identifier/typing", identifier_typing},
    {"identity/check", identity_check},
    {"name/compare", name_compare},
    {"name/distance", name_distance},
    {"name/fold", name_fold},
    {"name/fold_icao", name_fold_icao},
    {"name/matches_icao", name_matches_icao},
    {"name/versioned", name_versioned},
    {"otp/base32", base32},
    {"otp/hotp", hotp},
    {"otp/hotp_resync", hotp_resync},
    {"otp/hotp_verify", hotp_verify},
    {"otp/recovery", recovery},
    {"otp/totp", totp},
    {"otp/totp_clock", totp_clock},
    {"otp/totp_verify", totp_verify},
    {"otp/uri", uri},
    {"otp/uri_write", uri_write},
    {"password/answer", password_answer},
    {"password/hash", password_hash},
    {"password/argon2", password_verify},
    {"password/legacy", password_verify},
    {"password/pepper", password_verify},
    {"password/policy", password_policy},
    {"password/verify", password_verify},
    {"throttle/life", throttle_life},
};

static const char *root;
static char *files[256];
static size_t file_count;
static unsigned failures;
static int unicode;

void say_reason(answer *out, const sceau_parse_result *parsed) {
    say_error(out, parsed->reason, parsed->has_at, parsed->at);
}

void must(uint32_t status, const char *what) {
    if (status != SCEAU_OK) fail(what, sceau_reason_name(status));
}

uint32_t number_named(uint32_t first, const char *name, size_t length) {
    for (uint32_t number = first; number < first + 100; number++) {
        const char *known = sceau_reason_name(number);
        if (strlen(known) == length && strncmp(known, name, length) == 0) return number;
    }
    fail("no number is named", name);
    return 0;
}

/* Collects the vector files below a folder. */
static void walk(const char *folder) {
    DIR *directory = opendir(folder);
    if (directory == NULL) fail("cannot read", folder);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        char path[1024];
        struct stat status;
        size_t length = (size_t)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || length >= sizeof path || stat(path, &status) != 0) continue;
        if (S_ISDIR(status.st_mode)) {
            walk(path);
        } else if (length > 4 && strcmp(path + length - 4, ".txt") == 0) {
            if (file_count == sizeof files / sizeof *files) fail("too many files", path);
            files[file_count++] = strdup(path);
        }
    }
    closedir(directory);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void run_file(const char *path) {
    char name[1024];
    vector_file file;
    handler run = NULL;
    snprintf(name, sizeof name, "%.*s", (int)(strlen(path) - strlen(root) - 5),
             path + strlen(root) + 1);
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++)
        if (strcmp(handlers[i].name, name) == 0) run = handlers[i].run;
    if (run == NULL) fail("no handler for", path);
    read_vectors(path, &file);
    for (size_t i = 0; i < file.count; i++) {
        static answer out;
        const char *expected = unicode ? NULL : optional(&file.records[i], "expect-latin");
        if (expected == NULL) expected = optional(&file.records[i], "expect-without-argon2");
        if (expected == NULL) expected = text_of(&file.records[i], "expect");
        out.length = 0;
        out.text[0] = '\0';
        run(&file.records[i], &out);
        if (strcmp(out.text, expected) != 0) {
            const char *comment = optional(&file.records[i], "comment");
            printf("%s: %s\n  not %s\n  but %s\n", name, comment, out.text, expected);
            failures++;
        }
    }
    printf("%s: %lu\n", name, (unsigned long)file.count);
    free_vectors(&file);
}

int main(int count, char **arguments) {
    unicode = count == 3 && strcmp(arguments[2], "--unicode") == 0;
    if (count != 2 + unicode) fail("usage", "conformance FOLDER [--unicode]");
    root = arguments[1];
    walk(root);
    if (file_count == 0) fail("no vectors in", root);
    qsort(files, file_count, sizeof *files, by_name);
    for (size_t i = 0; i < file_count; i++) {
        run_file(files[i]);
        free(files[i]);
    }
    return failures == 0 ? 0 : 1;
}
