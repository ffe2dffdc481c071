//! Memory that forgets: every block that this library frees is overwritten first.
//!
//! What a caller passes in crosses the border in buffers that `uniffi` allocates and frees. Wiping
//! at the allocator reaches them all, and no function has to remember it.

use std::alloc::{GlobalAlloc, Layout, System};

use zeroize::Zeroize;

/// An allocator that wipes what it gives back to `A`.
struct Wiping<A>(A);

// SAFETY: every call goes to `A` unchanged; a block is written to only before it is freed, while it
// still belongs to the caller, and within the size that it was allocated with.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Wiping<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are those that `A` asks for.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are those that `A` asks for.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    // `realloc` keeps its default: a new block, a copy, and the old one freed by `dealloc`, wiped.

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: `block` is live and `layout.size()` bytes long, as the caller promises.
        unsafe {
            std::slice::from_raw_parts_mut(block, layout.size()).zeroize();
            self.0.dealloc(block, layout);
        }
    }
}

#[global_allocator]
static ALLOCATOR: Wiping<System> = Wiping(System);

#[cfg(test)]
mod tests {
    use std::alloc::{GlobalAlloc, Layout, System};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Wiping;

    /// Counts the bytes that come back other than zero.
    struct Inspecting {
        freed: AtomicUsize,
        unwiped: AtomicUsize,
    }

    // SAFETY: every call goes to `System` unchanged; a block is read before it is freed.
    unsafe impl GlobalAlloc for Inspecting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: the caller's promises are those of `System`.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            // SAFETY: `block` is live and `layout.size()` bytes long, as the caller promises.
            let bytes = unsafe { std::slice::from_raw_parts(block, layout.size()) };
            self.freed.fetch_add(bytes.len(), Ordering::Relaxed);
            let unwiped = bytes.iter().filter(|&&byte| byte != 0).count();
            self.unwiped.fetch_add(unwiped, Ordering::Relaxed);
            // SAFETY: the caller's promises are those of `System`.
            unsafe { System.dealloc(block, layout) }
        }
    }

    #[test]
    fn wipes_what_is_freed_and_what_moves_as_it_grows() {
        let inner = Inspecting { freed: AtomicUsize::new(0), unwiped: AtomicUsize::new(0) };
        let allocator = Wiping(inner);
        let layout = Layout::from_size_align(48, 8).unwrap();
        let larger = Layout::from_size_align(4096, 8).unwrap();
        // SAFETY: the blocks are written to within their sizes, and freed once, with their layouts.
        unsafe {
            let block = allocator.alloc(layout);
            block.write_bytes(0xa5, 48);
            let block = allocator.realloc(block, layout, 4096);
            assert_eq!(allocator.0.freed.load(Ordering::Relaxed), 48);
            block.write_bytes(0xa5, 4096);
            allocator.dealloc(block, larger);
        }
        assert_eq!(allocator.0.freed.load(Ordering::Relaxed), 48 + 4096);
        assert_eq!(allocator.0.unwiped.load(Ordering::Relaxed), 0);
    }
}
