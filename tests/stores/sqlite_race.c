/*
 * Processes race for one row through the recipe of bindings/c/examples/sqlite_store.c, and are
 * killed: a port of race.py and kill.py.
 *
 *   sqlite_race FOLDER              the laws must hold
 *   sqlite_race FOLDER early LAW    tells before it stores, until that law is broken
 *   sqlite_race FOLDER plain LAW    the same with the recipe as it is built, which is a wrong one
 *   sqlite_race FOLDER killed LAW   tells before it commits, and is killed
 */

#define _DEFAULT_SOURCE

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sqlite_store.h"

enum { CLIENTS = 64, MOST = 2 * CLIENTS, ATTEMPTS = 5, CONTROLS = 40 };
enum { ROUNDS = 25, KILLED = 6, CALM = 5 };
enum { UNBORN, BEGUN, TOLD, BUSY };

/* One client's attempt, in memory that outlives it. The status is written last. */
typedef struct slot {
    int right;
    uint64_t generation;
    uint32_t outcome, left, runs;
    volatile int status;
} slot;

/* What a client is. */
typedef struct client {
    slot *told;
    const char *typed;
    int early;
} client;

typedef struct issue {
    sceau_issue_result result;
} issue;

static const uint64_t now = UINT64_C(1795442400);
static uint8_t key_bytes[32];
static const sceau_service_key key = {1, key_bytes, sizeof key_bytes};
static char account[32], right[16], wrong[16];
static const challenge_row row = {account, "address_validation", "email", "elise@example.org"};
static char path[512];
static const char *begin_with;
static slot *slots;
static unsigned told_counts[5], busy_count, discarded, races, killed_count, cut_off_count;

static void must(int good, const char *what) {
    if (good) return;
    fprintf(stderr, "sqlite_race: %s\n", what);
    exit(1);
}

static sceau_challenge_binding binding(void) {
    sceau_challenge_binding out = {
        SCEAU_CHALLENGE_PURPOSE_ADDRESS_VALIDATION, SCEAU_CHALLENGE_CHANNEL_EMAIL,
        (const uint8_t *)row.account, strlen(row.account),
        (const uint8_t *)row.destination, strlen(row.destination),
    };
    return out;
}

static challenge_store opened(void) {
    challenge_store store;
    must(challenge_store_open(&store, path) == SQLITE_OK, "the database does not open");
    store.begin = begin_with;
    return store;
}

static sceau_status issues(const sceau_challenge *stored, sceau_challenge *next, void *context) {
    sceau_challenge_policy policy;
    sceau_challenge_binding bound = binding();
    uint8_t entropy[SCEAU_ENTROPY_BYTES];
    FILE *source = fopen("/dev/urandom", "rb");
    must(source != NULL && fread(entropy, sizeof entropy, 1, source) == 1, "no entropy");
    fclose(source);
    sceau_challenge_policy_default(&policy);
    return sceau_challenge_issue(stored, &key, &bound, entropy, sizeof entropy, now, &policy, next,
                                 &((issue *)context)->result);
}

static sceau_status types(const sceau_challenge *stored, const char *typed, sceau_challenge *next,
                          sceau_challenge_result *result) {
    sceau_challenge_binding bound = binding();
    return sceau_challenge_verify(stored, &key, &bound, typed, strlen(typed), now, next, result);
}

static sceau_status verifies(const sceau_challenge *stored, sceau_challenge *next, void *context) {
    client *self = (client *)context;
    sceau_challenge_result result;
    must(stored != NULL, "a row");
    sceau_status status = types(stored, self->typed, next, &result);
    must(status == SCEAU_OK, sceau_reason_name(status));
    if (self->early && self->told->runs > 0) return status;
    self->told->runs++;
    self->told->outcome = result.outcome;
    self->told->left = result.left;
    sceau_challenge_generation(next, &self->told->generation);
    if (self->early) {
        self->told->status = TOLD;
        usleep(5000); /* a page is shown, and only then is anything stored */
    }
    return status;
}

/* The client's process. */
static void run(slot *told, int early, const int ready[2], const int go[2]) {
    client self = {told, told->right ? right : wrong, early};
    challenge_store store = opened();
    sceau_status status;
    char byte = '.';
    close(go[1]);
    must(write(ready[1], &byte, 1) == 1, "not ready");
    while (read(go[0], &byte, 1) > 0) continue;
    told->status = BEGUN;
    store_result result = challenge_store_change(&store, &row, verifies, &self, &status);
    if (result == STORE_FAILED) fprintf(stderr, "sqlite_race: %s\n", sqlite3_errmsg(store.db));
    if (!early && result == STORE_COMMITTED) told->status = TOLD;
    if (!early && result == STORE_BUSY) told->status = BUSY;
    _exit(result == STORE_COMMITTED || result == STORE_BUSY ? 0 : 1);
}

static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Lets all go at once; kills them at random moments `within` so many seconds, unless that is 0. */
static double let_go(int count, int early, double within) {
    int ready[2], go[2];
    pid_t children[MOST];
    char byte;
    must(pipe(ready) == 0 && pipe(go) == 0, "no pipes");
    for (int i = 0; i < count; i++) {
        children[i] = fork();
        must(children[i] >= 0, "no process");
        if (children[i] == 0) run(&slots[i], early, ready, go);
    }
    close(ready[1]);
    close(go[0]);
    for (int i = 0; i < count; i++) must(read(ready[0], &byte, 1) == 1, "a client did not begin");
    double begun = seconds();
    close(go[1]);
    for (int i = 0; i < count && within > 0; i++) {
        usleep((useconds_t)(within * 1e6 / count * ((double)rand() / RAND_MAX) * 2));
        kill(children[i], SIGKILL);
    }
    for (int i = 0; i < count; i++) {
        int status;
        must(waitpid(children[i], &status, 0) == children[i], "no child");
        must(WIFSIGNALED(status) || WEXITSTATUS(status) == 0, "a client failed");
        if (WIFSIGNALED(status)) killed_count++;
    }
    close(ready[0]);
    return seconds() - begun;
}

static int matches(const slot *told, const sceau_challenge_result *made) {
    return told->outcome == made->outcome && told->left == made->left;
}

/*
 * Whether the machine makes `last` of `state`: what was told at its generation, and at each one
 * between an attempt that was cut off, of which so many are left.
 */
static int explains(const sceau_challenge *state, const sceau_challenge *last, int count,
                    int rights, int wrongs) {
    uint64_t generation, end;
    sceau_challenge next;
    sceau_challenge_result made;
    sceau_challenge_generation(state, &generation);
    sceau_challenge_generation(last, &end);
    if (generation == end) return memcmp(state, last, sizeof *state) == 0;
    for (int i = 0; i < count; i++)
        if (slots[i].status == TOLD && slots[i].generation == generation + 1)
            return types(state, slots[i].right ? right : wrong, &next, &made) == SCEAU_OK &&
                   matches(&slots[i], &made) && explains(&next, last, count, rights, wrongs);
    return (rights > 0 && types(state, right, &next, &made) == SCEAU_OK &&
            explains(&next, last, count, rights - 1, wrongs)) ||
           (wrongs > 0 && types(state, wrong, &next, &made) == SCEAU_OK &&
            explains(&next, last, count, rights, wrongs - 1));
}

/* Returns the first law that is broken, or NULL. */
static const char *broken(const sceau_challenge *begun, const sceau_challenge *last, int count) {
    unsigned accepted = 0, exhausted = 0, guesses = 0, left[ATTEMPTS] = {0};
    int cut_off[2] = {0, 0}, typed[2] = {0, 0};
    uint64_t end;
    sceau_challenge_generation(last, &end);
    for (int i = 0; i < count; i++) {
        typed[slots[i].right]++;
        if (slots[i].status == BEGUN) cut_off[slots[i].right]++;
        if (slots[i].status != TOLD) continue;
        accepted += slots[i].outcome == SCEAU_CHALLENGE_OUTCOME_ACCEPTED;
        exhausted += slots[i].outcome == SCEAU_CHALLENGE_OUTCOME_EXHAUSTED;
        if (slots[i].outcome != SCEAU_CHALLENGE_OUTCOME_WRONG) continue;
        guesses++;
        must(slots[i].left < ATTEMPTS, "more attempts left than there are");
        left[slots[i].left]++;
    }
    if (accepted > 1) return "accepted twice";
    if (guesses > ATTEMPTS) return "more guesses than attempts";
    for (int i = 0; i < ATTEMPTS; i++)
        if (left[i] > 1) return "one attempt told twice";
    if (typed[1] && !accepted && !cut_off[0] && !cut_off[1] && (!typed[0] || !exhausted))
        return "nobody accepted";
    for (int i = 0; i < count; i++) {
        if (slots[i].status != TOLD) continue;
        if (slots[i].generation > end) return "told and not stored";
        for (int j = 0; j < i; j++)
            if (slots[j].status == TOLD && slots[j].generation == slots[i].generation)
                return "two answers from one state";
    }
    return explains(begun, last, count, cut_off[1], cut_off[0])
               ? NULL : "a state that the machine does not make";
}

static void count_told(int count) {
    for (int i = 0; i < count; i++) {
        if (slots[i].runs > 1) discarded += slots[i].runs - 1;
        if (slots[i].status == BUSY) busy_count++;
        if (slots[i].status == BEGUN) cut_off_count++;
        if (slots[i].status != TOLD) continue;
        switch (slots[i].outcome) {
        case SCEAU_CHALLENGE_OUTCOME_ACCEPTED: told_counts[0]++; break;
        case SCEAU_CHALLENGE_OUTCOME_ALREADY_USED: told_counts[1]++; break;
        case SCEAU_CHALLENGE_OUTCOME_WRONG: told_counts[2]++; break;
        case SCEAU_CHALLENGE_OUTCOME_EXHAUSTED: told_counts[3]++; break;
        default: told_counts[4]++; break;
        }
    }
}

/* One race on a new row; returns the law that is broken. */
static const char *race(int rights, int wrongs, int early, double within, double *took) {
    sceau_challenge begun, last;
    sceau_status status;
    issue issued;
    int found, count = rights + wrongs, placed = 0;
    snprintf(account, sizeof account, "user%u", ++races);
    challenge_store store = opened();
    store_result result = challenge_store_change(&store, &row, issues, &issued, &status);
    must(result == STORE_COMMITTED, "no code is issued");
    memcpy(right, issued.result.code.compact, sizeof issued.result.code.compact);
    snprintf(wrong, sizeof wrong, "%06ld", (strtol(right, NULL, 10) + 1) % 1000000);
    must(challenge_store_load(&store, &row, &begun, &found) == SQLITE_OK && found, "no row");
    /* No connection may be open where clients are forked. */
    sqlite3_close(store.db);
    memset(slots, 0, MOST * sizeof *slots);
    for (int i = 0; i < count; i++) {
        slots[i].right = rand() % (count - i) < rights - placed;
        placed += slots[i].right;
    }
    *took = let_go(count, early, within);
    count_told(count);
    store = opened();
    must(challenge_store_load(&store, &row, &last, &found) == SQLITE_OK && found, "no row is left");
    sqlite3_close(store.db);
    return broken(&begun, &last, count);
}

static void new_database(const char *folder, const char *journal, const char *begin) {
    char sql[64];
    snprintf(path, sizeof path, "%s/c-%s.db", folder, journal);
    begin_with = begin;
    challenge_store store = opened();
    snprintf(sql, sizeof sql, "pragma journal_mode = %s", journal);
    must(sqlite3_exec(store.db, sql, NULL, NULL, NULL) == SQLITE_OK, "no such journal");
    must(challenge_store_create_table(&store) == SQLITE_OK, "no table");
    sqlite3_close(store.db);
}

/* Writes a state over a newer one: refused. */
static void refuses_an_older_state(void) {
    sceau_challenge old, newer, now_stored;
    sceau_challenge_result made;
    sceau_status status;
    issue issued;
    int found, saved, again, absent;
    snprintf(account, sizeof account, "user%u", ++races);
    challenge_store store = opened();
    must(challenge_store_change(&store, &row, issues, &issued, &status) == STORE_COMMITTED, "row");
    must(challenge_store_load(&store, &row, &old, &found) == SQLITE_OK && found, "no row");
    must(types(&old, "000000", &newer, &made) == SCEAU_OK, "no next state");
    must(challenge_store_save(&store, &row, &old, &newer, &saved) == SQLITE_OK && saved &&
             challenge_store_save(&store, &row, &old, &newer, &again) == SQLITE_OK && !again &&
             challenge_store_save(&store, &row, NULL, &old, &absent) == SQLITE_OK && !absent &&
             challenge_store_load(&store, &row, &now_stored, &found) == SQLITE_OK &&
             memcmp(&now_stored, &newer, sizeof newer) == 0,
         "an older state is stored");
    sqlite3_close(store.db);
}

static void must_hold(const char *journal, const char *begin) {
    static const int entries[][2] = {{CLIENTS, CLIENTS}, {2, 30}, {CLIENTS, 0}};
    double begun = seconds(), took;
    memset(told_counts, 0, sizeof told_counts);
    busy_count = discarded = 0;
    refuses_an_older_state();
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        const char *law = race(entries[i][0], entries[i][1], 0, 0, &took);
        must(law == NULL, law);
    }
    printf("  SQLite from C, %s, %s: %u accepted, %u already_used, %u wrong, %u exhausted, %u busy;"
           " %u discarded; %.1f s\n",
           journal, strncmp(begin, "begin ", 6) == 0 ? begin + 6 : "each statement alone",
           told_counts[0], told_counts[1], told_counts[2], told_counts[3], busy_count,
           discarded, seconds() - begun);
    must(told_counts[4] == 0, "another outcome");
}

static void must_survive(const char *journal) {
    double took, ignored, begun = seconds();
    const char *law = race(KILLED / 2, KILLED / 2, 0, 0, &took);
    killed_count = cut_off_count = 0;
    for (int i = 0; i < ROUNDS && law == NULL; i++)
        law = race(KILLED / 2, KILLED / 2, 0, took, &ignored);
    must(law == NULL, law);
    must(killed_count > 0 && cut_off_count > 0, "nobody was killed midway");
    printf("  SQLite from C, %s, SIGKILL: %d rounds, %u clients killed, %u attempts cut off;"
           " %.1f s\n", journal, ROUNDS, killed_count, cut_off_count, seconds() - begun);
}

/* Races a wrong variant until that law is broken. */
static void must_be_caught(const char *folder, const char *variant, const char *expected) {
    int killed = strcmp(variant, "killed") == 0, early = killed || strcmp(variant, "early") == 0;
    int guesses = strcmp(expected, "more guesses than attempts") == 0;
    double took = 0, ignored;
    new_database(folder, "wal", killed ? "begin immediate" : "select 1");
    for (int i = 0; killed && i < CALM; i++) {
        race(1, 0, early, 0, &ignored);
        if (i == 0 || ignored < took) took = ignored;
    }
    for (int i = 0; i < (killed ? 300 : CONTROLS); i++) {
        const char *law = race(killed ? 1 : guesses ? 0 : CLIENTS, guesses ? CLIENTS : 0, early,
                               killed ? took : 0, &ignored);
        if (law == NULL || strcmp(law, expected) != 0) continue;
        printf("  caught, SQLite from C, %s: %s (race %d)\n", variant, expected, i + 1);
        return;
    }
    must(0, expected);
}

int main(int count, char **arguments) {
    static const char *const journals[] = {"delete", "wal"};
    static const char *const begins[] = {
        "begin deferred", "begin immediate", "begin exclusive",
        "select 1", /* no transaction: each statement alone */
    };
    must(count == 2 || count == 4, "usage: sqlite_race FOLDER [VARIANT LAW]");
    slots = (slot *)mmap(NULL, MOST * sizeof *slots, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(slots != MAP_FAILED, "no memory");
    srand((unsigned)time(NULL));
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (count == 4) {
        must_be_caught(arguments[1], arguments[2], arguments[3]);
        return 0;
    }
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
            new_database(arguments[1], journals[i], begins[j]);
            must_hold(journals[i], begins[j]);
        }
        new_database(arguments[1], journals[i], begins[1]);
        must_survive(journals[i]);
    }
    return 0;
}
