/* The recipe for SQLite, from C: `make stores` races 128 clients through it, and kills them. */

#include "sqlite_store.h"

#define ROW "account = ?1 and purpose = ?2 and channel = ?3 and destination = ?4"

static const char table[] =
    "create table if not exists challenge ("
    "    account     text    not null,"
    "    purpose     text    not null,"
    "    channel     text    not null,"
    "    destination text    not null,"
    "    generation  integer not null check (generation > 0),"
    "    state       blob    not null check (length(state) = 96),"
    "    primary key (account, purpose, channel, destination)"
    ") strict";
static const char load[] = "select state from challenge where " ROW;
static const char first[] =
    "insert into challenge (account, purpose, channel, destination, generation, state)"
    " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing";
static const char next_state[] =
    "update challenge set generation = ?5, state = ?6 where " ROW " and generation = ?7";

enum { TRIES = 200, WAIT_MS = 20, PAUSE_MS = 50 };

int challenge_store_open(challenge_store *store, const char *path) {
    int code = sqlite3_open(path, &store->db);
    store->begin = "begin immediate";
    /* A short wait: among many clients, SQLite's own waiting grows until nobody holds the lock. */
    if (code == SQLITE_OK) code = sqlite3_busy_timeout(store->db, WAIT_MS);
    /* A commit outlives a power cut. */
    if (code == SQLITE_OK)
        code = sqlite3_exec(store->db, "pragma synchronous = full", NULL, NULL, NULL);
    return code;
}

int challenge_store_create_table(challenge_store *store) {
    return sqlite3_exec(store->db, table, NULL, NULL, NULL);
}

static int prepare(challenge_store *store, const char *sql, const challenge_row *row,
                   sqlite3_stmt **statement) {
    const char *key[4] = {row->account, row->purpose, row->channel, row->destination};
    int code = sqlite3_prepare_v2(store->db, sql, -1, statement, NULL);
    for (int i = 0; i < 4 && code == SQLITE_OK; i++)
        code = sqlite3_bind_text(*statement, i + 1, key[i], -1, SQLITE_STATIC);
    return code;
}

int challenge_store_load(challenge_store *store, const challenge_row *row,
                         sceau_challenge *stored, int *found) {
    sqlite3_stmt *statement = NULL;
    int code = prepare(store, load, row, &statement);
    *found = 0;
    if (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        const uint8_t *state = (const uint8_t *)sqlite3_column_blob(statement, 0);
        size_t length = (size_t)sqlite3_column_bytes(statement, 0);
        *found = sceau_challenge_parse(state, length, stored) == SCEAU_OK;
        if (!*found) code = SQLITE_CORRUPT;
    }
    int ended = sqlite3_finalize(statement);
    return code == SQLITE_OK ? ended : code;
}

int challenge_store_save(challenge_store *store, const challenge_row *row,
                         const sceau_challenge *stored, const sceau_challenge *next, int *saved) {
    sqlite3_stmt *statement = NULL;
    uint64_t generation = 0, seen = 0;
    int code = prepare(store, stored == NULL ? first : next_state, row, &statement);
    *saved = 0;
    if (sceau_challenge_generation(next, &generation) != SCEAU_OK) code = SQLITE_MISUSE;
    if (code == SQLITE_OK) code = sqlite3_bind_int64(statement, 5, (sqlite3_int64)generation);
    if (code == SQLITE_OK)
        code = sqlite3_bind_blob(statement, 6, next->bytes, sizeof next->bytes, SQLITE_STATIC);
    if (code == SQLITE_OK && stored != NULL) {
        if (sceau_challenge_generation(stored, &seen) != SCEAU_OK) code = SQLITE_MISUSE;
        else code = sqlite3_bind_int64(statement, 7, (sqlite3_int64)seen);
    }
    if (code == SQLITE_OK) *saved = sqlite3_step(statement) == SQLITE_DONE;
    *saved = *saved && sqlite3_changes(store->db) == 1;
    int ended = sqlite3_finalize(statement);
    return code == SQLITE_OK ? ended : code;
}

/* One try: SQLITE_OK, and *saved says whether the next state is committed. */
static int attempt(challenge_store *store, const challenge_row *row, challenge_machine machine,
                   void *context, sceau_status *status, int *saved) {
    sceau_challenge stored, next;
    int found = 0, code = sqlite3_exec(store->db, store->begin, NULL, NULL, NULL);
    *saved = 0;
    if (code == SQLITE_OK) code = challenge_store_load(store, row, &stored, &found);
    if (code == SQLITE_OK) {
        *status = machine(found ? &stored : NULL, &next, context);
        if (*status == SCEAU_OK)
            code = challenge_store_save(store, row, found ? &stored : NULL, &next, saved);
    }
    if (code == SQLITE_OK && *saved && !sqlite3_get_autocommit(store->db))
        code = sqlite3_exec(store->db, "commit", NULL, NULL, NULL);
    if (!sqlite3_get_autocommit(store->db)) sqlite3_exec(store->db, "rollback", NULL, NULL, NULL);
    return code;
}

store_result challenge_store_change(challenge_store *store, const challenge_row *row,
                                    challenge_machine machine, void *context,
                                    sceau_status *status) {
    *status = SCEAU_OK;
    for (int tries = 0; tries < TRIES; tries++) {
        unsigned char random = 0;
        int saved, code = attempt(store, row, machine, context, status, &saved);
        if (code == SQLITE_OK && *status != SCEAU_OK) return STORE_REFUSED;
        if (code == SQLITE_OK && saved) return STORE_COMMITTED;
        if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) return STORE_FAILED;
        /* Forget the outcome, and begin again. */
        sqlite3_randomness(sizeof random, &random);
        sqlite3_sleep(1 + random % PAUSE_MS);
    }
    return STORE_BUSY;
}
