//! How an object of the file is declared: fields by name only, all optional, no other key.

/// Declares structs that are read from objects with these keys, each of which may be absent.
///
/// One declaration makes the struct, its reader and, for the tool, its JSON Schema.
macro_rules! objects {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        #[derive(Debug, Clone, Default)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "cli", schemars(default, deny_unknown_fields))]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::catalogue::json::FromJson for $name {
            fn from_json(
                json: $crate::catalogue::json::Json,
                path: &$crate::catalogue::diagnostic::Path<'_>,
                reader: &mut $crate::catalogue::json::Reader<'_>,
            ) -> Option<Self> {
                let mut fields = $crate::catalogue::json::Fields::of(json, path, reader)?;
                let read = Self { $($field: fields.take(stringify!($field)),)* };
                fields.finish(&[$(stringify!($field)),*]);
                Some(read)
            }
        }
    )*};
}

pub(super) use objects;
