//! The wire names of reasons: one stable name for each variant, shared by every language.

/// Gives an enum its `name()`, and `ALL`: one value of each variant, in the order of declaration.
macro_rules! wire_names {
    ($type:ty { $($variant:ident $({ $($field:ident : $sample:expr),+ })? => $name:literal),+ $(,)? }) => {
        impl $type {
            /// One value of each variant, in the order of declaration; fields hold a sample.
            pub const ALL: &'static [Self] =
                &[$(Self::$variant $({ $($field: $sample),+ })?),+];

            /// The stable wire name: the same in vectors, C, Kotlin, Swift and Python.
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($field: _),+ })? => $name),+
                }
            }
        }
    };
}

/// Makes an error `Display` as its wire name: safe to log, since it says nothing of the input.
macro_rules! error_display {
    ($type:ty) => {
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl core::error::Error for $type {}
    };
}
