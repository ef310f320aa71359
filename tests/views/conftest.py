from tests.views.world import lasting_world

__all__ = ["lasting_world"]
