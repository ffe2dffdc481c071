/*
 * Says how many iterations of PBKDF2 make a verification last half a second on this machine, for a
 * sceau_create_policy: `calibrate`. It is a measurement, and differs from run to run.
 */

#include <stdio.h>
#include <time.h>

#include <sceau.h>

enum { STEPS = 6, DONE = 20000 };
#define TARGET_NS 500000000

/* The library has no clock. This one counts processor time, which others do not change. */
static uint64_t now_ns(void) { return (uint64_t)clock() * (uint64_t)(1000000000 / CLOCKS_PER_SEC); }

int main(void) {
    sceau_accept_policy accept;
    sceau_create_policy create;
    sceau_password_verifier verifier;
    sceau_password_progress progress;
    uint64_t fastest_ns = UINT64_MAX;
    uint32_t iterations;

    if (sceau_password_policies_default(&accept, &create) != SCEAU_OK ||
        sceau_password_verifier_begin_absent("x", 1, &create, &verifier) != SCEAU_OK)
        return 1;
    for (int i = 0; i < STEPS; i++) {
        uint64_t begun_ns = now_ns(), taken_ns;
        if (sceau_password_verifier_step(&verifier, DONE, &progress) != SCEAU_OK) return 1;
        taken_ns = now_ns() - begun_ns;
        if (taken_ns < fastest_ns) fastest_ns = taken_ns;
    }
    if (sceau_password_verifier_wipe(&verifier) != SCEAU_OK ||
        sceau_password_calibrated_iterations(create.algorithm, DONE, fastest_ns, TARGET_NS,
                                             &iterations) != SCEAU_OK)
        return 1;
    printf("%lu iterations\n", (unsigned long)iterations);
    return 0;
}
