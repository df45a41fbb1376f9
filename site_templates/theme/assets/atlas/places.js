// Runs before Material's own script. Links to a place on the page that is shown, and steps back between such places,
// are left to the browser: instant navigation would fetch the page anew, and what the reader has opened or switched
// on would be lost.
{
  let shown = location.pathname + location.search
  let returning = false
  const isShown = address => address.pathname + address.search === shown

  document.body.addEventListener("click", event => {
    const link = event.target.closest("a")
    if (!link || !link.hash || link.host !== location.host || !isShown(link)) return
    history.scrollRestoration = "auto"
    event.stopImmediatePropagation()
  })

  addEventListener("popstate", event => {
    if (isShown(location)) event.stopImmediatePropagation()
    else returning = true
  })

  // A link to a place on another page leads there, even where the reader scrolls while that page is fetched. Who
  // comes back to a place finds it marked and open, where it stood in the window.
  document.addEventListener("DOMContentLoaded", () => document$.subscribe(() => {
    shown = location.pathname + location.search
    if (location.hash && !document.querySelector(":target")) {
      const left = returning ? history.state : null
      location.replace(location.hash)
      if (left) scrollTo(0, left.y)
    }
    returning = false
  }))
}
