/* Every function of the header that takes pointers, each with arguments that it answers. */

#ifndef CALLS_H
#define CALLS_H

#include <stddef.h>
#include <stdint.h>

#include <sceau.h>

enum { ARGUMENTS_MAX = 8, NUMBERS_MAX = 3 };

/* What an argument of a function is. */
typedef enum argument_role {
    NONE,     /* behind the last argument */
    VALUE,    /* points to a struct or number that goes in, and may hold pointers */
    PLAIN,    /* the same, and holds numbers only */
    OPTIONAL, /* the same, and may be null */
    MAY_LACK, /* as VALUE, and may be null */
    STATE,    /* a stored state that goes in */
    BYTES,    /* points to bytes that go in, and has a length */
    OUT,      /* points to one value that goes out */
    PLACE,    /* points to a verifier, which is gone on with; one is begun where nothing is good */
    BUFFER    /* points to room for what goes out, and has a capacity, in items of `item` bytes */
} argument_role;

typedef struct argument {
    argument_role role;
    const void *good; /* what goes in; NULL for what goes out */
    size_t length;    /* of what goes in, or of the room; in bytes, or items for a buffer */
    size_t item;
} argument;

/* The arguments of one call, as they are passed. */
typedef struct actual {
    const void *in[ARGUMENTS_MAX];
    void *out[ARGUMENTS_MAX];
    size_t length[ARGUMENTS_MAX];
    uint32_t number[NUMBERS_MAX];
    uint64_t time;
} actual;

typedef struct function {
    const char *name;
    sceau_status (*call)(const actual *a);
    argument arguments[ARGUMENTS_MAX];
    uint32_t numbers[NUMBERS_MAX]; /* enums that come in; 0 behind the last */
    uint64_t time;                 /* what the call gets as its time or counter */
} function;

extern const function functions[];
extern const size_t function_count;

/* Makes the states that the calls begin from. */
void prepare_calls(void);

#endif
