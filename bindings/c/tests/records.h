/* The vectors' record format, and answers as `expect` has them. */

#ifndef RECORDS_H
#define RECORDS_H

#include <stddef.h>
#include <stdint.h>

#define FIELDS_MAX 24

/* One scenario: its fields, whose texts end with a NUL. */
typedef struct record {
    size_t count;
    const char *names[FIELDS_MAX];
    const char *values[FIELDS_MAX];
} record;

/* A vector file: its records, and the text that they point into. */
typedef struct vector_file {
    char *text;
    record *records;
    size_t count;
} vector_file;

/* An answer under way. */
typedef struct answer {
    char text[8192];
    size_t length;
} answer;

/* Bytes of one's own. */
typedef struct blob {
    uint8_t bytes[8192];
    size_t length;
} blob;

/* Ends the program: a vector is wrong, not the code. */
void fail(const char *what, const char *detail);

void read_vectors(const char *path, vector_file *file);
void free_vectors(vector_file *file);

const char *optional(const record *scenario, const char *name);
const char *text_of(const record *scenario, const char *name);
/* Reads a number, or `otherwise` if the record lacks it. */
uint64_t number_of(const record *scenario, const char *name, uint64_t otherwise);
uint32_t small_of(const record *scenario, const char *name, uint32_t otherwise);
/* Reads a field in hexadecimal. */
blob hex_of(const record *scenario, const char *name);
/* Reads `name-hex` in hexadecimal, or else `name` as it is. */
blob bytes_of(const record *scenario, const char *name);
blob from_hex(const char *hex, size_t length);
uint64_t parse_number(const char *text, size_t length);

/* Adds to an answer, as printf does. */
void say(answer *out, const char *format, ...);
/* Begins the next part: `; ` before all but the first. */
void next_part(answer *out);
/* Writes an error down: its wire name, and its place if it has one. */
void say_error(answer *out, uint32_t reason, uint32_t has_at, size_t at);
/* Writes a letter in brackets, or `-` for none. */
void say_letter(answer *out, uint32_t letter);
void say_hex(answer *out, const uint8_t *bytes, size_t length);

#endif
