package javax.imageio.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Stands in for the class of this name in the JDK while the OGC suite runs ({@code --patch-module}): since Java 9 that one
 * refuses services other than those of Image I/O, and the suite's coordinate library looks its own up through it.
 */
public class ServiceRegistry {

    private final Map<Class<?>, List<Object>> providers = new LinkedHashMap<>();

    /** Says whether a provider is wanted. */
    public interface Filter {
        boolean filter(Object provider);
    }

    public ServiceRegistry(Iterator<Class<?>> categories) {
        categories.forEachRemaining(category -> providers.put(category, new ArrayList<>()));
    }

    public static <T> Iterator<T> lookupProviders(Class<T> service, ClassLoader loader) {
        ServiceRegistry.class.getModule().addUses(service);
        return ServiceLoader.load(service, loader).iterator();
    }

    public static <T> Iterator<T> lookupProviders(Class<T> service) {
        return lookupProviders(service, Thread.currentThread().getContextClassLoader());
    }

    public Iterator<Class<?>> getCategories() {
        return List.copyOf(providers.keySet()).iterator();
    }

    public synchronized <T> boolean registerServiceProvider(T provider, Class<T> category) {
        List<Object> all = of(category);
        boolean known = all.removeIf(other -> other.getClass() == provider.getClass());
        all.add(provider);
        if (provider instanceof RegisterableService service) {
            service.onRegistration(this, category);
        }
        return !known;
    }

    @SuppressWarnings("unchecked")
    public void registerServiceProvider(Object provider) {
        providers.keySet().stream()
                .filter(category -> category.isInstance(provider))
                .forEach(category -> registerServiceProvider(provider, (Class<Object>) category));
    }

    public void registerServiceProviders(Iterator<?> all) {
        all.forEachRemaining(this::registerServiceProvider);
    }

    public synchronized <T> boolean deregisterServiceProvider(T provider, Class<T> category) {
        boolean there = of(category).remove(provider);
        if (there && provider instanceof RegisterableService service) {
            service.onDeregistration(this, category);
        }
        return there;
    }

    @SuppressWarnings("unchecked")
    public void deregisterServiceProvider(Object provider) {
        providers.keySet().forEach(category -> deregisterServiceProvider(provider, (Class<Object>) category));
    }

    public synchronized boolean contains(Object provider) {
        return providers.values().stream().anyMatch(all -> all.contains(provider));
    }

    @SuppressWarnings("unchecked")
    public synchronized <T> Iterator<T> getServiceProviders(Class<T> category, boolean useOrdering) {
        return (Iterator<T>) List.copyOf(of(category)).iterator();
    }

    @SuppressWarnings("unchecked")
    public synchronized <T> Iterator<T> getServiceProviders(Class<T> category, Filter filter, boolean useOrdering) {
        return (Iterator<T>) of(category).stream().filter(filter::filter).toList().iterator();
    }

    public synchronized <T> T getServiceProviderByClass(Class<T> providerClass) {
        return providers.values().stream()
                .flatMap(List::stream)
                .filter(provider -> provider.getClass() == providerClass)
                .map(providerClass::cast)
                .findFirst()
                .orElse(null);
    }

    public synchronized <T> boolean setOrdering(Class<T> category, T first, T second) {
        return false;
    }

    public synchronized <T> boolean unsetOrdering(Class<T> category, T first, T second) {
        return false;
    }

    public synchronized void deregisterAll(Class<?> category) {
        of(category).clear();
    }

    public synchronized void deregisterAll() {
        providers.values().forEach(List::clear);
    }

    private List<Object> of(Class<?> category) {
        List<Object> all = providers.get(category);
        if (all == null) {
            throw new IllegalArgumentException("category unknown: " + category);
        }
        return all;
    }
}
