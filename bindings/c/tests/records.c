/* The reader of the vectors' record format: a port of tests/src/lib.rs. */

#include "records.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sceau.h>

void fail(const char *what, const char *detail) {
    fprintf(stderr, "conformance: %s: %s\n", what, detail);
    exit(1);
}

/* Returns how many bytes of white space a text begins with (Unicode's, of one character). */
static size_t space_at(const char *text) {
    static const char *const spaces[] = {
        " ", "\t", "\r", "\v", "\f", "\xc2\x85", "\xc2\xa0", "\xe1\x9a\x80", "\xe2\x80\xa8",
        "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
    };
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strncmp(text, spaces[i], strlen(spaces[i])) == 0) return strlen(spaces[i]);
    /* U+2000 to U+200A. */
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] == 0xe2 && bytes[1] == 0x80 && bytes[2] >= 0x80 && bytes[2] <= 0x8a) return 3;
    return 0;
}

/* Cuts white space off both ends of a text, in place. */
static char *trim(char *text) {
    while (space_at(text) > 0) text += space_at(text);
    char *end = text;
    for (char *at = text; *at != '\0';) {
        size_t space = space_at(at);
        at += space > 0 ? space : 1;
        if (space == 0) end = at;
    }
    *end = '\0';
    return text;
}

static char *read_file(const char *path) {
    FILE *stream = fopen(path, "rb");
    if (stream == NULL) fail("cannot read", path);
    size_t capacity = 1 << 20;
    char *text = (char *)malloc(capacity + 1);
    if (text == NULL) fail("no memory for", path);
    size_t length = fread(text, 1, capacity, stream);
    if (length == capacity) fail("too long", path);
    fclose(stream);
    text[length] = '\0';
    return text;
}

void read_vectors(const char *path, vector_file *file) {
    file->text = read_file(path);
    file->records = (record *)calloc(512, sizeof *file->records);
    file->count = 0;
    if (file->records == NULL) fail("no memory for", path);
    record *current = file->records;
    for (char *line = file->text, *next; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL) *next++ = '\0';
        if (*line == '\0' && current->count > 0) {
            current++;
            if (++file->count == 511) fail("too many records", path);
        }
        if (*line == '\0' || *line == '#') continue;
        char *colon = strchr(line, ':');
        if (colon == NULL || current->count == FIELDS_MAX) fail("not name: value", line);
        *colon = '\0';
        current->names[current->count] = line;
        current->values[current->count++] = trim(colon + 1);
    }
    if (current->count > 0) file->count++;
}

void free_vectors(vector_file *file) {
    free(file->records);
    free(file->text);
}

const char *optional(const record *scenario, const char *name) {
    for (size_t i = scenario->count; i-- > 0;)
        if (strcmp(scenario->names[i], name) == 0) return scenario->values[i];
    return NULL;
}

const char *text_of(const record *scenario, const char *name) {
    const char *value = optional(scenario, name);
    if (value == NULL) fail("no field", name);
    return value;
}

uint64_t parse_number(const char *text, size_t length) {
    uint64_t number = 0;
    if (length == 0) fail("not a number", text);
    for (size_t i = 0; i < length; i++) {
        uint64_t digit = (uint64_t)(unsigned char)text[i] - '0';
        if (digit > 9 || number > (UINT64_MAX - digit) / 10) fail("not a number", text);
        number = number * 10 + digit;
    }
    return number;
}

uint64_t number_of(const record *scenario, const char *name, uint64_t otherwise) {
    const char *value = optional(scenario, name);
    return value == NULL ? otherwise : parse_number(value, strlen(value));
}

uint32_t small_of(const record *scenario, const char *name, uint32_t otherwise) {
    uint64_t number = number_of(scenario, name, otherwise);
    if (number > UINT32_MAX) fail("not a 32-bit number", name);
    return (uint32_t)number;
}

static unsigned hex_digit(char c) {
    if (c >= '0' && c <= '9') return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f') return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return (unsigned)(c - 'A') + 10;
    fail("not hexadecimal", &c);
    return 0;
}

blob from_hex(const char *hex, size_t length) {
    blob out = {{0}, length / 2};
    if (length % 2 != 0 || out.length > sizeof out.bytes) fail("not hexadecimal", hex);
    for (size_t i = 0; i < out.length; i++)
        out.bytes[i] = (uint8_t)(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1]));
    return out;
}

blob hex_of(const record *scenario, const char *name) {
    const char *hex = text_of(scenario, name);
    return from_hex(hex, strlen(hex));
}

blob bytes_of(const record *scenario, const char *name) {
    char hex_name[64];
    snprintf(hex_name, sizeof hex_name, "%s-hex", name);
    if (optional(scenario, hex_name) != NULL) return hex_of(scenario, hex_name);
    const char *value = text_of(scenario, name);
    blob out = {{0}, strlen(value)};
    if (out.length > sizeof out.bytes) fail("too long", name);
    memcpy(out.bytes, value, out.length);
    return out;
}

void say(answer *out, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    size_t room = sizeof out->text - out->length;
    int written = vsnprintf(out->text + out->length, room, format, arguments);
    va_end(arguments);
    if (written < 0 || (size_t)written >= room) fail("an answer is too long", out->text);
    out->length += (size_t)written;
}

void next_part(answer *out) {
    if (out->length > 0) say(out, "; ");
}

void say_error(answer *out, uint32_t reason, uint32_t has_at, size_t at) {
    say(out, "error %s", sceau_reason_name(reason));
    if (has_at != 0) say(out, " %" PRIu64, (uint64_t)at);
}

void say_letter(answer *out, uint32_t letter) {
    char utf8[5] = {0};
    if (letter == 0) {
        say(out, "-");
        return;
    }
    if (letter < 0x80) {
        utf8[0] = (char)letter;
    } else if (letter < 0x800) {
        utf8[0] = (char)(0xc0 | letter >> 6);
        utf8[1] = (char)(0x80 | (letter & 0x3f));
    } else {
        utf8[0] = (char)(0xe0 | letter >> 12);
        utf8[1] = (char)(0x80 | (letter >> 6 & 0x3f));
        utf8[2] = (char)(0x80 | (letter & 0x3f));
    }
    say(out, "[%s]", utf8);
}

void say_hex(answer *out, const uint8_t *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) say(out, "%02x", bytes[i]);
}
