// The migration guide's example: reads a column in which Spring Security's strings are left.

import org.sceau.AcceptLimits
import org.sceau.AcceptPolicy
import org.sceau.PasswordOutcome
import org.sceau.Passwords
import org.sceau.SpringParameters
import org.sceau.StoredFormat
import org.sceau.StoredPassword

private val formats = setOf(StoredFormat.PHC, StoredFormat.SPRING)
private val accept = AcceptPolicy(AcceptLimits.DEFAULT.copy(formats = formats))

fun verify(typed: String, column: String): PasswordOutcome {
    val hash = column.substringAfter('}')
    val stored =
        when (column.substringBefore('}')) {
            "{pbkdf2@SpringSecurity_v5_8" -> StoredPassword.Spring(hash, SpringParameters.V5_8)
            "{pbkdf2" -> StoredPassword.Spring(hash, SpringParameters.V5_5)
            else -> StoredPassword.Text(column)
        }
    return Passwords.verify(typed, stored, accept)
}
