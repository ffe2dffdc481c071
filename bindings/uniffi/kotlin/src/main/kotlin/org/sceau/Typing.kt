package org.sceau

import org.sceau.ffi.TypedEdit as FfiTypedEdit
import org.sceau.ffi.Typing as FfiTyping
import org.sceau.ffi.TypingState as FfiTypingState
import org.sceau.ffi.typedEditName

/** What the last edit of a form's field was. */
public enum class TypedEdit(internal val ffi: FfiTypedEdit) {
    /** Something was typed or pasted before the caret. */
    INSERTION(FfiTypedEdit.INSERTION),

    /** What stood before the caret was deleted. */
    BACKSPACE(FfiTypedEdit.BACKSPACE),

    /** What stood behind the caret was deleted. */
    DELETE(FfiTypedEdit.DELETE);

    /** The stable wire name. */
    public val wireName: String
        get() = typedEditName(ffi)
}

/** What to show in a form's field after an edit. */
public sealed class Typing
private constructor(
    /** The stable wire name of what the field holds. */
    public val wireName: String,
    /** The text to show: in its groups, or as it was typed. */
    public val text: String,
    /** Where the caret belongs in [text], in UTF-16 code units. */
    public val caret: Int,
) {
    /** The field holds nothing. */
    public class Empty internal constructor(wireName: String, text: String, caret: Int) :
        Typing(wireName, text, caret)

    /** The field holds the beginning of such an identifier. */
    public class Partial internal constructor(wireName: String, text: String, caret: Int) :
        Typing(wireName, text, caret)

    /** The field holds one that parses; more may follow where the kind has several lengths. */
    public class Complete internal constructor(wireName: String, text: String, caret: Int) :
        Typing(wireName, text, caret)

    /** The field holds something that no further typing at the end makes one. */
    public class Impossible
    internal constructor(
        wireName: String,
        text: String,
        caret: Int,
        /** Why, and where in the text as typed. */
        public val error: IdentifierError,
    ) : Typing(wireName, text, caret)

    override fun toString(): String = "Typing.${javaClass.simpleName}(..)"
}

internal fun FfiTyping.lift(): Typing {
    val before = text.toByteArray().take(caret.toInt()).toByteArray()
    val caret = String(before).length
    return when (val state = state) {
        FfiTypingState.Empty -> Typing.Empty(stateName, text, caret)
        FfiTypingState.Partial -> Typing.Partial(stateName, text, caret)
        FfiTypingState.Complete -> Typing.Complete(stateName, text, caret)
        is FfiTypingState.Impossible ->
            Typing.Impossible(stateName, text, caret, state.error.lift())
    }
}
