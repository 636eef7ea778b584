//! Values that are one of a few words, each set an enum.

/// Declares an enum whose values are words of a format or of an address, each with the name that people read in
/// each language, if they read it: `Light = "clair": ["Clair"]`.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal: $read:expr,)* }) => {
        $crate::words! { $(#[$meta])* $name { $($(#[$variant_meta])* $variant = $word,)* } }

        impl $name {
            /// What people read, in the same order.
            pub const NAMES: &'static [$crate::Message] = &[$($crate::Message($read),)*];

            /// What people read.
            pub const fn name(self, language: $crate::Language) -> &'static str {
                Self::NAMES[self as usize].to(language)
            }
        }
    };
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word for this value.
            pub const fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The value that a word stands for.
            pub fn parse(word: &str) -> Option<Self> {
                Self::WORDS.iter().position(|known| *known == word).map(|rank| Self::ALL[rank])
            }
        }
    };
}
