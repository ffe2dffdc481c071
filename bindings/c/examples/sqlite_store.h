/* The recipe for SQLite, from C: what sqlite_store.c gives. */

#ifndef SQLITE_STORE_H
#define SQLITE_STORE_H

#include <sceau.h>
#include <sqlite3.h>

/* One connection. Each thread and each process opens its own. */
typedef struct challenge_store {
    sqlite3 *db;
    const char *begin;
} challenge_store;

/* What one row is for. */
typedef struct challenge_row {
    const char *account, *purpose, *channel, *destination;
} challenge_row;

/* Asks the core what becomes of the stored state, NULL if there is no row. Keeps the outcome. */
typedef sceau_status (*challenge_machine)(const sceau_challenge *stored, sceau_challenge *next,
                                          void *context);

typedef enum store_result {
    STORE_COMMITTED, /* the outcome may be shown */
    STORE_BUSY,      /* others were quicker, every time: there is no outcome */
    STORE_REFUSED,   /* the machine's error, in *status; nothing is stored */
    STORE_FAILED     /* the database's error: sqlite3_errmsg; nobody knows what is stored */
} store_result;

/* Opens the database; SQLITE_OK, or SQLite's error. Close store->db in any case. */
int challenge_store_open(challenge_store *store, const char *path);
int challenge_store_create_table(challenge_store *store);
/* Runs the machine on the row, and commits what it says is next. */
store_result challenge_store_change(challenge_store *store, const challenge_row *row,
                                    challenge_machine machine, void *context,
                                    sceau_status *status);
/* SQLITE_OK; *found says whether there is a row. */
int challenge_store_load(challenge_store *store, const challenge_row *row,
                         sceau_challenge *stored, int *found);
/* Compare and set: *saved says whether the row was still as it was loaded, or still absent. */
int challenge_store_save(challenge_store *store, const challenge_row *row,
                         const sceau_challenge *stored, const sceau_challenge *next, int *saved);

#endif
