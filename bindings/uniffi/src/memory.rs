//! Memory that forgets: every block that this library frees is overwritten first.
//!
//! What a caller passes in crosses the border in buffers that `uniffi` allocates and frees. Wiping
//! at the allocator reaches them all, and no function has to remember it.

use std::alloc::{GlobalAlloc, Layout, System};

use zeroize::Zeroize;

struct Wiping;

// SAFETY: every call goes to the system's allocator unchanged; a block is written to only before it
// is freed, while it still belongs to the caller, and within the size that it was allocated with.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are those of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are those of `System`.
        unsafe { System.alloc_zeroed(layout) }
    }

    // `realloc` keeps its default: a new block, a copy, and the old one freed by `dealloc`, wiped.

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: `block` is live and `layout.size()` bytes long, as the caller promises.
        unsafe {
            std::slice::from_raw_parts_mut(block, layout.size()).zeroize();
            System.dealloc(block, layout);
        }
    }
}

#[global_allocator]
static ALLOCATOR: Wiping = Wiping;
