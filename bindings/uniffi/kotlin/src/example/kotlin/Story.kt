// One citizen's story, as every language tells it: the transcripts are equal to the byte.
//
// Clock and entropy are fixed, so that the code is `996 729`, the one on SAG's own screen. Answers
// go to standard output; the number of calls into the library goes to standard error.

import java.io.PrintStream
import java.time.LocalDate
import kotlin.text.Charsets.UTF_8
import org.sceau.AssessmentNotice
import org.sceau.BirthDate
import org.sceau.CardReference
import org.sceau.Challenge
import org.sceau.ChallengeBinding
import org.sceau.ChallengeChannel
import org.sceau.ChallengePurpose
import org.sceau.Document
import org.sceau.DocumentKind
import org.sceau.EmailAddress
import org.sceau.Entropy
import org.sceau.Identity
import org.sceau.IssueOutcome
import org.sceau.Language
import org.sceau.Nam
import org.sceau.NamePolicy
import org.sceau.Nas
import org.sceau.OtpSecret
import org.sceau.Parsed
import org.sceau.PasswordContext
import org.sceau.PasswordOutcome
import org.sceau.PasswordProfile
import org.sceau.Passwords
import org.sceau.Reason
import org.sceau.ServiceKey
import org.sceau.Throttle
import org.sceau.ThrottleOutcome
import org.sceau.Totp
import org.sceau.TotpOutcome
import org.sceau.UnixTime
import org.sceau.Username
import org.sceau.Verdict

const val USER = "eseraphin"
const val PASSWORD = "Érable-à-sucre"

/** 23 November 2026, nine o'clock in Québec. */
const val NOW = 1_795_442_400UL
const val OLD_HASH =
    "\$pbkdf2-sha256\$i=20000\$Y2xpY1NFUVVSLTIwMDkhIQ\$W7pQsURJ0P0FNy2Zs6gNKJJhw2NOtjPkv4GrwpktF4k"

fun main() {
    System.setOut(PrintStream(System.out, true, UTF_8))
    val story = Story()
    println("Sceau · une histoire, cinq langages · one story, five languages")
    story.signUp()
    story.proveTheAddress()
    story.proveTheIdentity()
    val accepted = story.pairAnApp()
    story.comeBack()
    story.keepTheThiefOut(accepted)
    System.err.println("calls: ${story.calls}")
}

class Story {
    var calls = 0
        private set

    /** Counts a call into the library. */
    private fun <T> call(answer: T): T {
        calls += 1
        return answer
    }

    fun signUp() {
        chapter("1 · Élise s'inscrit · Élise signs up")
        val user = checkNotNull(call(Username.parse(USER)).valueOrNull)
        field("nom d'utilisateur", user.compact)
        val email =
            checkNotNull(call(EmailAddress.parse(" Elise.Seraphin@EXAMPLE.org")).valueOrNull)
        field("courriel", email.compact)

        val context = PasswordContext(userName = USER)
        for (typed in listOf("Eseraphin1234", PASSWORD)) {
            field("mot de passe", typed)
            call(PasswordProfile.SAG_2024.policy.check(typed, context)).forEach(::say)
        }
        val stored = call(Passwords.hash(PASSWORD, entropy = fixed("sel de l'erable!")))
        field("conservé · stored", stored)
    }

    fun proveTheAddress() {
        chapter("2 · Le code envoyé par courriel · The code sent by e-mail")
        val (key, binding) = serviceKey() to emailBinding()
        val issued = call(Challenge.issue(null, key, binding, now = at(0), entropy = ENTROPY))
        say(issued.outcome)
        (issued.outcome as? IssueOutcome.Issued)?.let {
            field("courriel", it.code.display)
            field("valide (s) · valid (s)", it.expires.seconds - at(0).seconds)
        }
        var row = issued.next
        for ((later, typed) in listOf(20 to "996 728", 35 to " 996\u00a0729", 50 to "996729")) {
            val verified = call(row.verify(key, binding, typed, at(later)))
            row = verified.next
            field("Élise, +$later s", typed.trim())
            say(verified.outcome)
        }
        field("génération", call(row.generation))
    }

    fun proveTheIdentity() {
        chapter("3 · Ses documents · Her documents")
        val today = LocalDate.of(2026, 11, 23)
        val nam = checkNotNull(call(Nam.parse("sere 7561-3018")).valueOrNull)
        field("NAM", nam.masked)
        val birth = checkNotNull(call(nam.check(today)).valueOrNull)
        field("code de sexe · sex code", birth.marker.wireName)
        numbers()
        val born = checkNotNull(call(BirthDate.parse("1975/11/30")).valueOrNull)
        field("âge · age", call(born.ageOn(today)))
        when (val parsed = call(Nam.parse("SERE 756\u0406 3018"))) {
            is Parsed.Accepted -> field("", parsed.value.masked)
            is Parsed.Refused -> say(parsed.error)
        }
        for (policy in listOf(NamePolicy.SAG, NamePolicy.TOLERANT)) report(nam, born, today, policy)
    }

    private fun numbers() {
        val nas = checkNotNull(call(Nas.parse("130 692 544")).valueOrNull)
        field("NAS", nas.masked)
        field("", checkNotNull(call(nas.check()).valueOrNull).wireName)
        when (val checked = checkNotNull(call(Nas.parse("130 692 545")).valueOrNull).check()) {
            is Parsed.Accepted -> field("", checked.value.wireName)
            is Parsed.Refused -> say(checked.error)
        }
        val notice = checkNotNull(call(AssessmentNotice.parse("q12-3abc 4567")).valueOrNull)
        field("avis de cotisation", notice.masked)
        val reference = checkNotNull(call(CardReference.parse("125 478 569")).valueOrNull)
        field("référence de la carte", reference.masked)
    }

    private fun report(nam: Nam, born: BirthDate, today: LocalDate, policy: NamePolicy) {
        val documents =
            listOf(
                Document(DocumentKind.ASSESSMENT_NOTICE, "Séraphin", "Élise"),
                Document(DocumentKind.HEALTH_CARD, "SERAPHIN", "ELISE"),
            )
        val report = call(Identity.check(documents, nam, born, today, policy))
        field("identité · identity", report.outcome.wireName)
        for (finding in report.findings) {
            println("    ${finding.field.wireName} · ${finding.verdict.wireName}")
            if (finding.verdict != Verdict.AGREES) {
                calls += 2
                println("        fr  ${finding.message(Language.FRENCH)}")
                println("        en  ${finding.message(Language.ENGLISH)}")
            }
        }
    }

    fun pairAnApp(): ULong {
        chapter("4 · Une application d'authentification · An authenticator app")
        val (totp, secret) = totp() to secret()
        val code = call(totp.code(secret, at(600)))
        field("l'application affiche", code.display)
        field("encore · still (s)", call(totp.remaining(at(600))).inWholeSeconds)
        val outcome = call(totp.verify(secret, code.display, last = null, now = at(625)))
        say(outcome)
        val step = (outcome as TotpOutcome.Accepted).step
        field("à conserver · to store", step)
        return step
    }

    fun comeBack() {
        chapter("5 · Une ancienne empreinte clicSÉQUR · An old clicSÉQUR hash")
        val typed = "Vieux-mot-de-passe"
        val old = call(Passwords.verify(typed, OLD_HASH))
        say(old)
        if (old is PasswordOutcome.MatchRehash) say(old.why)
        val renewed = call(Passwords.hash(typed, entropy = fixed("un sel tout neuf")))
        say(call(Passwords.verify(typed, renewed)))
    }

    fun keepTheThiefOut(accepted: ULong) {
        chapter("6 · Le voleur · The thief")
        val (totp, secret) = totp() to secret()
        val seen = totp.code(secret, at(600))
        field("le voleur · the thief", seen.compact)
        say(call(totp.verify(secret, seen.compact, last = accepted, now = at(640))))

        val (key, binding) = serviceKey() to emailBinding()
        var row = call(Challenge.issue(null, key, binding, now = at(700), entropy = ENTROPY)).next
        for (guess in listOf("123456", "000000", "111111", "654321", "996729", "121212")) {
            val verified = call(row.verify(key, binding, guess, at(710)))
            row = verified.next
            field("le voleur · the thief", guess)
            say(verified.outcome)
        }
        field("sans compte · no account", "pas-de-compte")
        say(call(Passwords.verifyAbsent("pas-de-compte")))
        lockOut(key)
    }

    private fun lockOut(key: ServiceKey) {
        var row: Throttle? = null
        var now = 800
        while (true) {
            val begun = call(Throttle.begin(row, key, USER, now = at(now)))
            row = begun.next
            when (val outcome = begun.outcome) {
                is ThrottleOutcome.Allowed -> continue
                is ThrottleOutcome.Delayed -> {
                    val pause = (outcome.until.seconds - at(now).seconds).toInt()
                    field("il attend · he waits (s)", pause)
                    now += pause
                }
                is ThrottleOutcome.Suspended -> {
                    say(outcome)
                    field("suspension (s)", outcome.until.seconds - at(now).seconds)
                    return
                }
                is ThrottleOutcome.Disabled -> return
            }
        }
    }

    /** Prints a reason's wire name and its two sentences. */
    private fun say(reason: Reason) {
        calls += 2
        println("    ${reason.wireName}")
        println("        fr  ${reason.message(Language.FRENCH)}")
        println("        en  ${reason.message(Language.ENGLISH)}")
    }

    private fun serviceKey() = call(ServiceKey(1u, ByteArray(32) { it.toByte() }))

    private fun totp() = call(Totp())

    private fun secret() = call(OtpSecret("12345678901234567890".toByteArray()))
}

val ENTROPY = Entropy {
    "sceau-demo\u0000\u0000\u0000\u0000\u00c5\u00c1".toByteArray(Charsets.ISO_8859_1).copyInto(it)
}

fun fixed(salt: String) = Entropy { salt.toByteArray().copyInto(it) }

fun emailBinding() =
    ChallengeBinding(
        ChallengePurpose.ADDRESS_VALIDATION,
        ChallengeChannel.EMAIL,
        USER,
        "elise.seraphin@example.org",
    )

fun at(later: Int) = UnixTime(NOW + later.toULong())

fun chapter(title: String) = println("\n$title\n")

/** Prints a value under its label, which takes 26 columns. */
fun field(label: String, value: Any) = println("  ${label.padEnd(26)}$value")
