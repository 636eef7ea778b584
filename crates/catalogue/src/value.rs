//! What an object of the file says, as plain values: read first by the shape of each field, then checked, then taken
//! by its key to make what the site knows.

use crate::definitions::{Shape, Table};
use crate::entry::EntryIndex;
use crate::json::Json;
use crate::scalar::{PartialDate, SafeUrl};
use crate::text::Text;
use crate::vocabulary::TermIndex;

/// The value of a field.
#[derive(Debug, Clone, Default)]
pub(crate) enum Value {
    /// Nothing was said, or nothing that could be read.
    #[default]
    Absent,
    /// What was said could be read, and is not sound.
    Unsound,
    Text(Text),
    Word(String),
    /// A number; of a word, a term, an entry or a document that has been checked, its rank.
    Number(u32),
    Boolean(bool),
    Date(PartialDate),
    Address(SafeUrl),
    Object(Parts),
    List(Items),
    /// What is to be read later, once the fields that the catalogue adds are known.
    Json(Json),
    /// An object that is to be read later, by its table.
    Unread(&'static Table, Json),
}

/// The items of a list that say something and could be read, each with its rank in the file.
///
/// Where a list is expected, anything else is a list of one, whose item has no rank: forms and
/// spreadsheets save a single choice so.
pub(crate) type Items = Vec<(Option<usize>, Value)>;

/// Declares how what a value holds is taken out of it.
macro_rules! taken {
    ($($name:ident: $variant:ident $type:ty,)*) => {$(
        pub(crate) fn $name(self) -> Option<$type> {
            if let Self::$variant(value) = self { Some(value) } else { None }
        }
    )*};
}

impl Value {
    taken! {
        text: Text Text,
        word: Word String,
        number: Number u32,
        boolean: Boolean bool,
        date: Date PartialDate,
        address: Address SafeUrl,
        parts: Object Parts,
        json: Json Json,
    }

    /// A rank among those that a file may have.
    pub(crate) fn rank(rank: usize) -> Self {
        u32::try_from(rank).map_or(Self::Unsound, Self::Number)
    }

    pub(crate) fn term(self) -> Option<TermIndex> {
        self.number().map(TermIndex)
    }

    pub(crate) fn entry(self) -> Option<EntryIndex> {
        self.number().map(EntryIndex)
    }

    /// The one of these values whose rank it is.
    pub(crate) fn one_of<T: Copy>(self, all: &[T]) -> Option<T> {
        all.get(self.number()? as usize).copied()
    }

    /// Whether something was said, and was sound as far as it has been checked.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Self::Absent | Self::Unsound => false,
            Self::List(items) => !items.is_empty(),
            _ => true,
        }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(self) -> Items {
        if let Self::List(items) = self { items } else { Vec::new() }
    }

    /// What can be made of the items of a list.
    pub(crate) fn all<T>(self, make: fn(Self) -> Option<T>) -> Vec<T> {
        self.items().into_iter().filter_map(|(_, item)| make(item)).collect()
    }

    /// What can be made of the objects of a list.
    pub(crate) fn objects<T>(self, make: impl Fn(Parts) -> Option<T>) -> Vec<T> {
        self.items().into_iter().filter_map(|(_, item)| make(item.parts()?)).collect()
    }
}

/// What an object says, each value with the rank of its field, in the order of the table.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    pub(crate) table: &'static Table,
    pub(crate) values: Vec<(usize, Value)>,
    /// The rank after that of the field asked for last.
    next: usize,
}

impl Parts {
    pub(crate) const fn new(table: &'static Table, values: Vec<(usize, Value)>) -> Self {
        Self { table, values, next: 0 }
    }

    /// The value under a key, with its shape; nothing is left there.
    pub(crate) fn take(&mut self, key: &str) -> (Shape, Value) {
        let rank = self.table.rank(key, self.next).expect("the code names fields of the table");
        self.next = rank + 1;
        let value = self.values.iter_mut().find(|(known, _)| *known == rank);
        (self.table.fields[rank].shape, value.map(|(_, value)| std::mem::take(value)).unwrap_or_default())
    }

    pub(crate) fn value(&mut self, key: &str) -> Value {
        self.take(key).1
    }

    /// What was said under a key, even if it could not be read, left there.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        let rank = self.table.rank(key, 0)?;
        self.values.iter().find(|(known, _)| *known == rank).map(|(_, value)| value)
    }

    /// The word under a key, left there.
    pub(crate) fn word(&self, key: &str) -> Option<&str> {
        if let Some(Value::Word(word)) = self.get(key) { Some(word) } else { None }
    }

    pub(crate) fn text(&mut self, key: &str) -> Option<Text> {
        self.value(key).text()
    }

    pub(crate) fn texts(&mut self, key: &str) -> Vec<Text> {
        self.value(key).all(Value::text)
    }

    pub(crate) fn words(&mut self, key: &str) -> Vec<String> {
        self.value(key).all(Value::word)
    }

    /// What can be made of the objects of a list.
    pub(crate) fn all<T>(&mut self, key: &str, make: fn(Self) -> Option<T>) -> Vec<T> {
        self.value(key).objects(make)
    }
}
