/* The README's example: checks the code of an authenticator app. */

#include <inttypes.h>
#include <stdio.h>
#include <sceau.h>

int main(void) {
    const uint8_t *secret = (const uint8_t *)"12345678901234567890";
    sceau_totp totp = {SCEAU_OTP_ALGORITHM_SHA1, 6, 30, 1, 1, 0, 0, 0};
    uint32_t outcome;
    uint64_t step;
    if (sceau_totp_verify(&totp, secret, 20, "287 082", 7, 59, NULL, &outcome, &step) != SCEAU_OK)
        return 1;
    if (outcome == SCEAU_TOTP_OUTCOME_ACCEPTED)
        printf("accepted, store step %" PRIu64 "\n", step);
    else
        printf("%s\n", sceau_reason_name(outcome));
    return 0;
}
