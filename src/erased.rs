//! Views of one type: with the names of their parts in their type, as Leptos makes them, each list,
//! option or choice of views is a type of its own and costs its own WebAssembly.

use leptos::prelude::*;

/// Something that `view!` makes.
pub(crate) trait Erase {
    /// The same, of the one type.
    fn erase(self) -> AnyView;
}

impl<T: RenderHtml + Send> Erase for View<T> {
    fn erase(self) -> AnyView {
        self.into_inner().into_any()
    }
}

/// A component alone is of the one type already.
impl Erase for AnyView {
    fn erase(self) -> AnyView {
        self
    }
}

/// Leptos' own `view!`, of the one type whatever it holds.
macro_rules! erased_view {
    ($($tokens:tt)*) => {
        $crate::erased::Erase::erase(::leptos::prelude::view! { $($tokens)* })
    };
}
pub(crate) use erased_view as view;
