//! How an object of the file is declared: fields by name only, all optional, no other key.

/// Declares structs that are read from objects with these keys, each of which may be absent.
///
/// One declaration makes the struct, its reader and, for the tool, its JSON Schema. A key that is
/// no name of Rust is written after its field: `schema as "$schema": …`. After the name of the struct
/// stands the field that a word alone fills, where there can be no doubt: `RawLicence (id) { … }`.
macro_rules! objects {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@main) => { None };
    (@main $field:ident) => { Some(stringify!($field)) };
    ($($(#[$meta:meta])* $name:ident $(($main:ident))? { $($(#[$field_meta:meta])* $field:ident $(as $key:literal)?: $type:ty,)* })*) => {$(
        #[derive(Debug, Clone, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(default, deny_unknown_fields))]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* $(#[cfg_attr(feature = "schema", schemars(rename = $key))])? pub $field: $type,)* }

        impl $crate::json::FromJson for $name {
            fn from_json(
                json: $crate::json::Json,
                path: &$crate::diagnostic::Path<'_>,
                reader: &mut $crate::json::Reader<'_>,
            ) -> Option<Self> {
                let mut fields = $crate::json::Fields::of(json, objects!(@main $($main)?), path, reader)?;
                let mut read = Self::default();
                $(fields.fill(objects!(@key $field $($key)?), &mut read.$field);)*
                fields.finish(&[$(objects!(@key $field $($key)?)),*]);
                Some(read)
            }
        }
    )*};
}

pub(super) use objects;
