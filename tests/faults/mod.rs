//! Machines and stores with one planted fault each, and the law that must see it.

pub(crate) mod attempts;
pub(crate) mod codes;
pub(crate) mod devices;
